using GarminSync.Contracts;
using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Sync;

/// <summary>Workout plans to upload to Garmin.</summary>
/// <param name="WorkoutIds">CentralDB's ids of the plans; at least one here or in <paramref name="WorkoutId"/>.</param>
/// <param name="WorkoutId">One id, as the original's callers send it.</param>
/// <param name="ScheduleOn">Day, <c>YYYY-MM-DD</c>, on which the workouts are scheduled; absent: the calendar stays as it is.</param>
/// <param name="UserId">CentralDB's id of the user; needed only when more than one account is linked.</param>
/// <param name="IfRunning">When a sync of the account runs: <c>queue</c> (the default) or <c>reject</c>.</param>
internal sealed record WorkoutSyncBody(
    IReadOnlyList<string>? WorkoutIds = null, string? WorkoutId = null, string? ScheduleOn = null, string? UserId = null, string? IfRunning = null)
{
    public static ValueTask<WorkoutSyncBody> BindAsync(HttpContext context) => JsonBody.ReadAsync(context, SyncBody.MaxBytes, Read);

    public SyncRequested ToRequest() => new()
    {
        UserId = UserId,
        Kinds = [SyncKinds.Workouts],
        WorkoutIds = WorkoutId is null ? WorkoutIds : [.. WorkoutIds ?? [], WorkoutId],
        ScheduleOn = ScheduleOn,
        IfRunning = IfRunning,
    };

    private static WorkoutSyncBody Read(JsonFields fields)
    {
        var body = new WorkoutSyncBody(
            fields.Texts("workout_ids"),
            fields.Text("workout_id"),
            fields.Day("schedule_on"),
            fields.Text("user_id"),
            fields.Choice("if_running", IfRunningChoices.Queue, IfRunningChoices.Reject));

        if (body.WorkoutId is null && body.WorkoutIds is null or [])
        {
            fields.Refuse("workout_ids", "is required and must name at least one workout plan");
        }

        return body;
    }
}
