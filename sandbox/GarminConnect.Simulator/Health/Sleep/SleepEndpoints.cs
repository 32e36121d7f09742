namespace GarminConnect.Simulator.Health;

/// <summary>Sleep.</summary>
internal static class SleepEndpoints
{
    public static void MapSleep(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/wellness-service/wellness/dailySleepData/{displayName?}", SleepBody.Of);
        routes.MapDay("/sleep-service/sleep/dailySleepData", SleepBody.Of);
        routes.MapDay("/sleep-service/sleep/naps/{date}", (_, _) => Array.Empty<object>());
        routes.MapRange("/sleep-service/stats/sleep/daily/{from}/{to}", 28, SleepStatsBodies.Range);
        routes.MapWeeks("/sleep-service/stats/sleep/weekly", SleepStatsBodies.Week);
        routes.MapRange("/wellness-service/stats/daily/sleep/score/{from}/{to}", 28, SleepStatsBodies.Scores);
    }
}
