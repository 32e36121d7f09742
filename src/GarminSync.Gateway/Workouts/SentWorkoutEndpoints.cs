using System.Security.Claims;
using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Jobs;
using GarminSync.Gateway.Sync;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Workouts;

/// <summary>What became of workout plans at Garmin. These calls ask the consumers, and not CentralDB.</summary>
internal static class SentWorkoutEndpoints
{
    public static void MapSentWorkouts(this IEndpointRouteBuilder api)
    {
        var workout = api.MapGroup("/garmin/workouts/{workout_id}").WithTags("Workouts").ProducesProblem(StatusCodes.Status404NotFound);
        workout.MapDelete("", RemoveAsync).WithSummary("Take a workout back from Garmin: out of the calendar, and the workout itself; the plan stays in CentralDB")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        workout.MapGet("/status", GetAsync).WithSummary("What became of a workout plan at Garmin").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<Results<Accepted<JobAnswer>, Refusal>> RemoveAsync(
        [FromRoute(Name = "workout_id")] string id,
        [FromQuery(Name = "user_id")] string? userId,
        ClaimsPrincipal caller,
        SyncRequester sync,
        CancellationToken cancellationToken) =>
        sync.RequestAsync(
            new SyncRequested { UserId = userId, Kinds = [SyncKinds.Workouts], WorkoutIds = [id], RemoveWorkouts = true }, caller, cancellationToken);

    private static async Task<Ok<WorkoutStatusAnswer>> GetAsync(
        [FromRoute(Name = "workout_id")] string id,
        [FromQuery(Name = "user_id")] string? userId,
        ClaimsPrincipal caller,
        IRequestClient<GetWorkoutStatus> client,
        CancellationToken cancellationToken)
    {
        var status = await client.GetResponse<WorkoutStatus>(new GetWorkoutStatus { UserId = caller.OwnerOfData(userId), WorkoutId = id }, cancellationToken);
        return TypedResults.Ok(WorkoutStatusAnswer.From(status.Message));
    }
}
