using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>The services about an athlete's health.</summary>
internal static class HealthEndpoints
{
    public const string DisplayName = "displayName";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("").AddEndpointFilter(RefuseOtherNamesAsync);
        health.MapDailySummary();
        health.MapMovement();
        health.MapHeart();
        health.MapSleep();
        health.MapStress();
        health.MapBreathing();
        health.MapHydration();
        health.MapWeight();
        health.MapBloodPressure();
        health.MapReadiness();
        health.MapTrainingStatus();
        health.MapFitness();
        health.MapRaces();
        health.MapThresholds();
        health.MapDevices();
        health.MapArchive();
        health.MapGraphQl();
    }

    /// <summary>Another athlete's display name is forbidden; none at all means the caller.</summary>
    private static async ValueTask<object?> RefuseOtherNamesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return http.GetRouteValue(DisplayName) is string { Length: > 0 } name && name != http.Features.Get<Caller>()?.Athlete.DisplayName
            ? GarminAnswers.Forbidden()
            : await next(context);
    }
}
