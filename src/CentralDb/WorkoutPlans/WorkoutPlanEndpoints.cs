using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.WorkoutPlans;

internal static class WorkoutPlanEndpoints
{
    public static void MapWorkoutPlans(this WebApplication app)
    {
        var plans = app.MapGroup("/workout_plans").WithTags("Workout plans")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        plans.MapPost("/", Create).WithSummary("Store a plan").ProducesProblem(StatusCodes.Status409Conflict);
        plans.MapGet("/", List).WithSummary("A user's plans, newest first");
        plans.MapPut("/{workoutId}", Replace).WithSummary("Replace a plan");
        plans.MapGet("/{workoutId}", Get).WithSummary("One plan");
        plans.MapDelete("/{workoutId}", Delete).WithSummary("Forget a plan");
    }

    private static async Task<Results<Created<WorkoutPlan>, Ok<WorkoutPlan>, ProblemHttpResult>> Create(
        WorkoutPlanFields fields,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        CentralDbContext database,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var errors = fields.Validate();
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (!await database.Users.AnyAsync(user => user.Id == fields.UserId, cancellationToken))
        {
            return Missing.User(fields.UserId!.Value);
        }

        var now = time.GetUtcNow();
        var id = fields.Id ?? (string.IsNullOrEmpty(idempotencyKey) ? Guid.CreateVersion7(now) : fields.IdFor(idempotencyKey)).ToString();
        return await database.RetryAsync<Results<Created<WorkoutPlan>, Ok<WorkoutPlan>, ProblemHttpResult>>(async () =>
        {
            if (await database.WorkoutPlans.FindAsync([id], cancellationToken) is { } known)
            {
                return fields.Id is null
                    ? TypedResults.Ok(known)
                    : TypedResults.Problem($"There is a workout plan {id} already; change it with PUT.", statusCode: StatusCodes.Status409Conflict);
            }

            var made = new WorkoutPlan
            {
                Id = id,
                UserId = fields.UserId!.Value,
                Name = fields.Name!,
                Description = fields.Description,
                Sport = fields.Sport!,
                PoolLength = fields.PoolLength,
                Steps = fields.StepsAsJson(),
                CreatedAt = now,
                UpdatedAt = now,
            };
            database.WorkoutPlans.Add(made);
            await database.SaveChangesAsync(cancellationToken);
            return TypedResults.Created($"/workout_plans/{id}", made);
        });
    }

    private static async Task<Results<Ok<Page<WorkoutPlan>>, ProblemHttpResult>> List(
        [FromQuery(Name = "user_id")] string? userId, string? limit, string? offset, CentralDbContext database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var user = Fields.RequiredId(errors, "user_id", userId);
        var page = PageRequest.Read(errors, limit, offset, defaultLimit: 50, maxLimit: 500);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var plans = database.WorkoutPlans.AsNoTracking().Where(plan => plan.UserId == user);
        return TypedResults.Ok(await page.ReadAsync(plans.OrderByDescending(plan => plan.CreatedAt).ThenBy(plan => plan.Id), cancellationToken));
    }

    private static async Task<Results<Ok<WorkoutPlan>, ProblemHttpResult>> Replace(
        string workoutId, WorkoutPlanFields fields, CentralDbContext database, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await FindAsync(workoutId, database, cancellationToken) is not { } stored)
        {
            return None();
        }

        var errors = fields.Validate(ownerOfStored: stored.UserId);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        stored.Name = fields.Name!;
        stored.Description = fields.Description;
        stored.Sport = fields.Sport!;
        stored.PoolLength = fields.PoolLength;
        stored.Steps = fields.StepsAsJson();
        stored.UpdatedAt = time.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(stored);
    }

    private static async Task<Results<Ok<WorkoutPlan>, ProblemHttpResult>> Get(string workoutId, CentralDbContext database, CancellationToken cancellationToken) =>
        await FindAsync(workoutId, database, cancellationToken) is { } plan ? TypedResults.Ok(plan) : None();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(string workoutId, CentralDbContext database, CancellationToken cancellationToken)
    {
        var deleted = WorkoutPlanFields.IsId(workoutId)
            && await database.WorkoutPlans.Where(plan => plan.Id == workoutId).ExecuteDeleteAsync(cancellationToken) > 0;
        return deleted ? TypedResults.NoContent() : None();
    }

    private static async Task<WorkoutPlan?> FindAsync(string workoutId, CentralDbContext database, CancellationToken cancellationToken) =>
        WorkoutPlanFields.IsId(workoutId) ? await database.WorkoutPlans.FindAsync([workoutId], cancellationToken) : null;

    private static ProblemHttpResult None() => Missing.Of("There is no workout plan with this id; GET /workout_plans?user_id= lists a user's plans.");
}
