namespace GarminConnect.Simulator.Health;

/// <summary>Steps, floors and intensity minutes.</summary>
internal static class MovementEndpoints
{
    public static void MapMovement(this IEndpointRouteBuilder routes)
    {
        routes.MapRange("/usersummary-service/stats/steps/daily/{from}/{to}", 28, MovementBodies.Steps);
        routes.MapWeeks("/usersummary-service/stats/steps/weekly", MovementBodies.StepsOfWeek);
        routes.MapDay("/wellness-service/wellness/dailySummaryChart/{displayName?}", MovementBodies.StepChart);
        routes.MapRange("/usersummary-service/stats/floors/daily/{from}/{to}", 28, MovementBodies.Floors);
        routes.MapDay("/wellness-service/wellness/floorsChartData/daily/{date}", MovementBodies.FloorChart);
        routes.MapDay("/wellness-service/wellness/daily/im/{date}", IntensityBodies.Day);
        routes.MapRange("/usersummary-service/stats/im/daily/{from}/{to}", 28, IntensityBodies.Range);
        routes.MapRange("/usersummary-service/stats/im/weekly/{from}/{to}", 52 * 7, IntensityBodies.Weeks);
    }
}
