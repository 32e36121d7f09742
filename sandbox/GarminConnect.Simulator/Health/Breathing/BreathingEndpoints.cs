namespace GarminConnect.Simulator.Health;

/// <summary>Respiration and oxygen saturation.</summary>
internal static class BreathingEndpoints
{
    public static void MapBreathing(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/wellness-service/wellness/daily/respiration/{date}", BreathingBodies.Day);
        routes.MapRange("/usersummary-service/stats/respiration/daily/{from}/{to}", 31, BreathingBodies.Range);
        routes.MapDay("/wellness-service/wellness/daily/spo2/{date}", OxygenBodies.Day);
        routes.MapDay("/wellness-service/wellness/daily/spo2acclimation/{date}", OxygenBodies.Day);
        routes.MapRange("/wellness-service/stats/daily/acclimation", null, OxygenBodies.Range, "fromDate", "untilDate");
    }
}
