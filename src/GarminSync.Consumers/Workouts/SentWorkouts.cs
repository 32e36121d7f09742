using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>Finds a workout at Garmin by the line that names its plan.</summary>
internal sealed class SentWorkouts(GarminWorkouts garmin)
{
    /// <summary>Garmin's id of the workout that was made of a plan; the newest, if there are copies; null when there is none.</summary>
    public async Task<long?> FindAsync(GarminSession session, string planId, CancellationToken cancellationToken)
    {
        long? found = null;
        await foreach (var row in garmin.ListAsync(session, cancellationToken))
        {
            if (PlanMarker.IsIn(row.Description, planId) && !(found > row.WorkoutId))
            {
                found = row.WorkoutId;
            }
        }

        return found;
    }
}
