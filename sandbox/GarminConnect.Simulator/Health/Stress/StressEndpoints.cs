namespace GarminConnect.Simulator.Health;

/// <summary>Stress and body battery.</summary>
internal static class StressEndpoints
{
    public static void MapStress(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/wellness-service/wellness/dailyStress/{date}", StressBodies.Day);
        routes.MapRange("/usersummary-service/stats/stress/daily/{from}/{to}", 28, StressBodies.Range);
        routes.MapWeeks("/usersummary-service/stats/stress/weekly", StressBodies.Week);
        routes.MapRange("/wellness-service/wellness/bodyBattery/reports/daily", null, BodyBatteryBodies.Reports, "startDate", "endDate");
        routes.MapRange("/usersummary-service/stats/bodybattery/daily/{from}/{to}", 28, BodyBatteryBodies.Range);
        routes.MapDay("/wellness-service/wellness/bodyBattery/events/{date}", BodyBatteryBodies.EventsOf);
    }
}
