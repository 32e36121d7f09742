namespace GarminConnect.Simulator.Health;

/// <summary>Heart rate and its variability.</summary>
internal static class HeartEndpoints
{
    // Probed by others; it is a year and a day or two.
    private const int VariabilityCap = 367;

    public static void MapHeart(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/wellness-service/wellness/dailyHeartRate/{displayName?}", HeartBodies.Day);
        routes.MapRange("/usersummary-service/stats/heartRate/daily/{from}/{to}", 28, HeartBodies.Range);
        routes.MapWeeks("/usersummary-service/stats/heartRate/weekly", HeartBodies.Week);
        routes.MapDay("/hrv-service/hrv/{date}", VariabilityBodies.Day);
        routes.MapRange("/hrv-service/hrv/daily/{from}/{to}", VariabilityCap, VariabilityBodies.Range);
    }
}
