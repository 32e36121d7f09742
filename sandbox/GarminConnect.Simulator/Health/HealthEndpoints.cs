namespace GarminConnect.Simulator.Health;

/// <summary>The services about an athlete's health.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapDailySummary();
        routes.MapMovement();
        routes.MapHeart();
        routes.MapSleep();
        routes.MapStress();
        routes.MapBreathing();
        routes.MapHydration();
        routes.MapWeight();
        routes.MapBloodPressure();
        routes.MapReadiness();
        routes.MapTrainingStatus();
        routes.MapFitness();
        routes.MapRaces();
        routes.MapThresholds();
        routes.MapDevices();
        routes.MapArchive();
        routes.MapGraphQl();
    }
}
