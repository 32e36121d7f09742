using GarminConnect.Client;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Workouts;

/// <summary>
/// Takes a workout back that was brought to Garmin: first its day in the calendar, because it is not verified that a deleted workout takes its days along, then the workout.
/// What is gone at Garmin already is what was wanted, so each try may find what an earlier one has left, and none does harm.
/// </summary>
internal sealed class WorkoutRemover(GarminWorkouts garmin, SentWorkouts sent, WorkoutLedger ledger, TimeProvider clock)
{
    /// <summary>Returns what to tell; null when it was taken back before.</summary>
    public async Task<IdentifiedEvent?> RemoveAsync(GarminSession session, UploadWorkout order, CancellationToken cancellationToken)
    {
        var planId = order.Order.WorkoutId;
        var row = await ledger.FindAsync(order.UserId, planId, cancellationToken);
        if (row is { State: UploadedWorkoutState.Removed })
        {
            return null;
        }

        // Without an id its upload was cut off, or the ledger was lost.
        var id = row?.GarminWorkoutId ?? await sent.FindAsync(session, planId, cancellationToken);
        if (id is { } workoutId)
        {
            if (row is { ScheduledOn: { } day } && (row.ScheduleId ?? await garmin.FindScheduleAsync(session, workoutId, day, cancellationToken)) is { } entry)
            {
                await garmin.UnscheduleAsync(session, entry, cancellationToken);
            }

            await garmin.DeleteAsync(session, workoutId, cancellationToken);
        }

        row ??= ledger.Add(order.UserId, planId);
        return row.Remove(id, order.JobId, clock.GetUtcNow());
    }
}
