namespace GarminConnect.Simulator.Health;

/// <summary>The daily summary and the two statistics that are asked for by number.</summary>
internal static class DailySummaryEndpoints
{
    public static void MapDailySummary(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/usersummary-service/usersummary/daily/{displayName?}", DailySummaryBody.Of, "calendarDate");
        routes.MapRange("/userstats-service/wellness/daily/{displayName}", 366, UserStatsBody.Of, "fromDate", "untilDate");
    }
}
