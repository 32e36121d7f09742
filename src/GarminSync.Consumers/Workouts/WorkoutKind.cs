using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Workouts;

/// <summary>Workouts, as a kind of data that jobs synchronise. A request names the plans to upload, so it never means workouts by default.</summary>
internal sealed class WorkoutKind(WorkoutPlanner planner, RequestedWorkouts requested, WorkoutLedger ledger) : ISyncKind
{
    private const int MostWorkouts = 100;

    public string Kind => SyncKinds.Workouts;

    public KindInclusion InclusionIn(SyncRequested request) => request.WorkoutIds is { Count: > 0 } ? KindInclusion.Implied : KindInclusion.OnlyWhenNamed;

    public void Check(SyncRequested request, bool wanted, ICollection<string> problems)
    {
        if (wanted && request.WorkoutIds is null or { Count: 0 })
        {
            problems.Add("workoutIds is needed to synchronise workouts: CentralDB's ids of the plans to upload");
        }
        else if (!wanted && request.WorkoutIds is { Count: > 0 })
        {
            problems.Add($"workoutIds is for the kind {SyncKinds.Workouts}, which kinds does not have");
        }

        if (request.RemoveWorkouts == true && (!wanted || request.ScheduleOn is not null))
        {
            problems.Add(wanted ? "scheduleOn does not go with removeWorkouts" : $"removeWorkouts is for the kind {SyncKinds.Workouts}, which kinds does not have");
        }

        if (request.WorkoutIds?.Any(string.IsNullOrWhiteSpace) == true)
        {
            problems.Add("workoutIds has an empty id");
        }

        if (request.WorkoutIds?.Count > MostWorkouts)
        {
            problems.Add($"workoutIds has {request.WorkoutIds.Count}; at most {MostWorkouts} go into one request");
        }
    }

    public async Task<SyncRefused?> CheckAsync(string userId, SyncScope scope, CancellationToken cancellationToken) =>
        await requested.FindUnknownAsync(userId, await ToLookForAsync(userId, scope, cancellationToken), cancellationToken) is { } unknown
            ? new SyncRefused { Reason = SyncRefusals.UnknownWorkout, Detail = $"CentralDB has no workout plan {unknown} of this user." }
            : null;

    public Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken) =>
        planner.PlanAsync(userId, scope, cancellationToken);

    public object OrderFor(SyncJob job, WorkItem item) => new UploadWorkout
    {
        JobId = job.CorrelationId,
        ItemId = item.Id,
        Attempt = item.Attempts,
        UserId = job.UserId,
        InFlight = job.InFlight,
        Order = JsonSerializer.Deserialize<WorkoutOrder>(item.Order)!,
    };

    public object FailureOf(SyncJob job, WorkItem item) => job.Scope.RemoveWorkouts
        ? new WorkoutRemovalFailed { UserId = job.UserId, WorkoutId = item.Key, Reason = item.Reason!, JobId = job.CorrelationId }
        : new WorkoutUploadFailed { UserId = job.UserId, WorkoutId = item.Key, Reason = item.Reason!, JobId = job.CorrelationId };

    // What was sent may be taken back although its plan is gone.
    private async Task<IReadOnlyList<string>> ToLookForAsync(string userId, SyncScope scope, CancellationToken cancellationToken) =>
        scope.RemoveWorkouts ? await ledger.UnknownAsync(userId, scope.WorkoutIds ?? [], cancellationToken) : scope.WorkoutIds ?? [];
}
