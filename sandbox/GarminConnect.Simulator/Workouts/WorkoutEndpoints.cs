using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Workouts;

/// <summary>The workout service: list, read, make, replace, delete.</summary>
internal static class WorkoutEndpoints
{
    private const string One = "/workout-service/workout/{id:long}";
    private const string Override = "X-Http-Method-Override";

    public static void MapWorkouts(this IEndpointRouteBuilder routes)
    {
        var workouts = routes.MapGroup("").AddEndpointFilter<RefusedWorkouts>();
        workouts.MapGet("/workout-service/workouts", List);
        workouts.MapGet("/workout-service/workout/types", Types);
        workouts.MapPost("/workout-service/workout", CreateAsync);
        workouts.MapGet(One, (Caller caller, long id) => Answer(caller, caller.Athlete.Workouts.Find(id)));
        workouts.MapPut(One, ReplaceAsync);
        workouts.MapPost(One, (HttpRequest request, Caller caller, long id, TimeProvider clock) => request.Headers[Override] == "PUT"
            ? ReplaceAsync(request, caller, id, clock)
            : throw new WorkoutRefusedException($"POST needs the header {Override}"));
        workouts.MapDelete(One, (Caller caller, long id) => caller.Athlete.Workouts.Remove(id) ? Results.NoContent() : GarminAnswers.NotFound());
        workouts.MapSchedule();
    }

    private static IResult List(Caller caller, int start = 0, int limit = 20) => start < 0 || limit < 1
        ? throw new WorkoutRefusedException("start must not be below 0, and limit not below 1")
        : GarminAnswers.Full(caller.Athlete.Workouts.All.Skip(start).Take(limit).Select(workout => WorkoutRow.Of(caller.Athlete, workout)).ToList());

    private static IResult Types() => GarminAnswers.Full(new
    {
        workoutStepTypes = WorkoutTables.Steps.All,
        workoutSportTypes = WorkoutTables.Sports.All,
        workoutConditionTypes = WorkoutTables.Conditions.All,
        workoutTargetTypes = WorkoutTables.Targets.All,
        workoutStrokeTypes = WorkoutTables.Strokes.All,
    });

    private static async Task<IResult> CreateAsync(HttpRequest request, Caller caller, TimeProvider clock)
    {
        var workout = await request.ReadObjectAsync();
        if (workout["workoutId"] is not null)
        {
            throw new WorkoutRefusedException("A new workout has no workoutId");
        }

        WorkoutCheck.Check(workout);
        return Answer(caller, caller.Athlete.Workouts.Add(workout, clock.GetUtcNow()));
    }

    private static async Task<IResult> ReplaceAsync(HttpRequest request, Caller caller, long id, TimeProvider clock)
    {
        var workout = await request.ReadObjectAsync();
        if (workout.Whole("workoutId") != id)
        {
            throw new WorkoutRefusedException("workoutId of the body is not that of the path");
        }

        WorkoutCheck.Check(workout);
        return caller.Athlete.Workouts.Replace(id, workout, clock.GetUtcNow()) is null ? GarminAnswers.NotFound() : Results.NoContent();
    }

    private static IResult Answer(Caller caller, StoredWorkout? workout) =>
        workout is null ? GarminAnswers.NotFound() : GarminAnswers.Full(WorkoutDetail.Of(caller.Athlete, workout));
}
