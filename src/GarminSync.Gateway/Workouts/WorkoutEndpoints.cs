using System.Security.Claims;
using CentralDb.Client;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.CentralData;
using GarminSync.Gateway.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Workouts;

/// <summary>The workout plans that CentralDB has of a user. They are sent to Garmin by <c>POST /api/garmin/sync/workouts</c>.</summary>
internal static class WorkoutEndpoints
{
    public static void MapWorkouts(this IEndpointRouteBuilder api)
    {
        var workouts = api.MapGroup("/garmin/workouts").WithTags("Workouts");
        workouts.MapGet("", ListAsync).WithSummary("List the workout plans of a user, newest first");
        workouts.MapGet("/{workout_id}", GetAsync).WithSummary("Get a workout plan");
    }

    private static async Task<Ok<WorkoutListAnswer>> ListAsync(
        [AsParameters] WorkoutListQuery query, ClaimsPrincipal caller, CentralDataReader reader, CancellationToken cancellationToken)
    {
        var (userId, limit, offset) = query.Read(caller);
        var page = await reader.OfUserAsync(userId, centralDb => PageAsync(centralDb, userId, limit, offset, cancellationToken), cancellationToken);
        return TypedResults.Ok(new WorkoutListAnswer([.. page.Items.Select(WorkoutAnswer.Of)], page.Total));
    }

    private static async Task<Results<Ok<WorkoutAnswer>, Refusal>> GetAsync(
        [FromRoute(Name = "workout_id")] string id,
        [FromQuery(Name = "user_id")] string? userId,
        ClaimsPrincipal caller,
        CentralDbClient centralDb,
        CancellationToken cancellationToken)
    {
        var owner = caller.OwnerOfData(userId);

        // The id alone finds a plan of anybody.
        return await centralDb.GetWorkoutPlanAsync(id, cancellationToken) is { } plan && (plan.UserId ?? owner) == owner
            ? TypedResults.Ok(WorkoutAnswer.Of(plan))
            : new Refusal(StatusCodes.Status404NotFound, $"The user has no workout '{id}'. GET /api/garmin/workouts lists those there are.");
    }

    // CentralDB answers with an empty list about a user whom it does not have.
    private static async Task<WorkoutPlanPage?> PageAsync(CentralDbClient centralDb, string userId, int limit, int offset, CancellationToken cancellationToken)
    {
        var page = await centralDb.ListWorkoutPlansAsync(userId, limit, offset, cancellationToken);
        return page is { Items.Count: 0 } && await centralDb.GetUserAsync(userId, cancellationToken) is null ? null : page;
    }
}
