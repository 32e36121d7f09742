using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>The daily summary and the two statistics that are asked for by number.</summary>
internal static class DailySummaryEndpoints
{
    public static void MapDailySummary(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/usersummary-service/usersummary/daily/{displayName?}", DailySummaryBody.Of, "calendarDate");
        routes.MapGet("/userstats-service/wellness/daily/{displayName}", (HttpContext context, Caller caller) =>
            HealthRoutes.AnswerRange(context, caller.Athlete, 366, UserStatsBody.For(context), "fromDate", "untilDate"));
    }
}
