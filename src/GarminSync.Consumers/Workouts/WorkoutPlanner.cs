using System.Text.Json;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Workouts;

/// <summary>One item for each requested plan, in the order of the request. Whether it needs an upload is found out by its consumer.</summary>
internal sealed class WorkoutPlanner(WorkoutLedger ledger)
{
    public async Task<SyncPlan> PlanAsync(string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var ledgerEmpty = await ledger.IsEmptyAsync(userId, cancellationToken);
        var items = (scope.WorkoutIds ?? []).Distinct().Select((id, rank) => ToItem(id, rank, scope, ledgerEmpty));
        return new SyncPlan([.. items], Unchanged: 0);
    }

    private static PlannedItem ToItem(string workoutId, int rank, SyncScope scope, bool ledgerEmpty) => new(
        workoutId,
        rank,
        JsonSerializer.Serialize(new WorkoutOrder { WorkoutId = workoutId, ScheduleOn = scope.ScheduleOn, LedgerEmpty = ledgerEmpty, Remove = scope.RemoveWorkouts }));
}
