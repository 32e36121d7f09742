using System.Security.Claims;
using GarminSync.Contracts;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Jobs;
using GarminSync.Gateway.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GarminSync.Gateway.Sync;

/// <summary>Starting a sync.</summary>
internal static class SyncEndpoints
{
    public static void MapSync(this IEndpointRouteBuilder api)
    {
        var sync = api.MapGroup("/garmin/sync").WithTags("Sync");
        sync.MapPost("", SyncAllAsync).WithSyncAnswers().WithSummary("Sync everything that is new").WithJsonBody<SyncBody>("""{"if_running": "queue"}""", required: false);
        sync.MapSyncOfOneKind();

        // The paths of the original's first callers.
        api.MapGroup("/sync/garmin").WithTags("Older paths").MapSyncOfOneKind();
    }

    private static void MapSyncOfOneKind(this IEndpointRouteBuilder sync)
    {
        sync.MapPost("/activities", SyncActivitiesAsync).WithSyncAnswers().WithSummary("Sync activities").WithJsonBody<SyncBody>("""{"formats": ["original"]}""", required: false);
        sync.MapPost("/health-metrics", SyncHealthMetricsAsync).WithSyncAnswers().WithSummary("Sync health metrics").WithJsonBody<SyncBody>("""{"metrics": ["sleep", "hrv", "resting_heart_rate"]}""", required: false);
        sync.MapPost("/workouts", SyncWorkoutsAsync).WithSyncAnswers().WithSummary("Upload workout plans to Garmin").WithJsonBody<WorkoutSyncBody>("""{"workout_ids": ["tuesday-400s"]}""");
    }

    private static Task<Results<Accepted<JobAnswer>, Refusal>> SyncAllAsync(
        SyncBody body, ClaimsPrincipal caller, SyncRequester sync, CancellationToken cancellationToken) =>
        sync.RequestAsync(body.ToRequest(kinds: null), caller, cancellationToken);

    private static Task<Results<Accepted<JobAnswer>, Refusal>> SyncActivitiesAsync(
        SyncBody body, ClaimsPrincipal caller, SyncRequester sync, CancellationToken cancellationToken) =>
        sync.RequestAsync(body.ToRequest([SyncKinds.Activities]), caller, cancellationToken);

    private static Task<Results<Accepted<JobAnswer>, Refusal>> SyncHealthMetricsAsync(
        SyncBody body, ClaimsPrincipal caller, SyncRequester sync, CancellationToken cancellationToken) =>
        sync.RequestAsync(body.ToRequest([SyncKinds.Health]), caller, cancellationToken);

    private static Task<Results<Accepted<JobAnswer>, Refusal>> SyncWorkoutsAsync(
        WorkoutSyncBody body, ClaimsPrincipal caller, SyncRequester sync, CancellationToken cancellationToken) =>
        sync.RequestAsync(body.ToRequest(), caller, cancellationToken);

    private static RouteHandlerBuilder WithSyncAnswers(this RouteHandlerBuilder route) =>
        route
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
