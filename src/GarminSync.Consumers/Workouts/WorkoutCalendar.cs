using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>Puts a workout on a day of Garmin's calendar, once.</summary>
internal sealed class WorkoutCalendar(GarminWorkouts garmin)
{
    /// <summary>Moves the workout to the day. Returns false when it was there already.</summary>
    public async Task<bool> PutAsync(GarminSession session, UploadedWorkout workout, DateOnly day, CancellationToken cancellationToken)
    {
        var id = workout.GarminWorkoutId!.Value;
        if (workout.ScheduledOn is { } before && before != day)
        {
            await RemoveAsync(session, workout, id, before, cancellationToken);
        }

        var known = workout.ScheduledOn == day;
        var entry = await garmin.FindScheduleAsync(session, id, day, cancellationToken);
        workout.ScheduleId = entry
            ?? await garmin.ScheduleAsync(session, id, day, cancellationToken)
            ?? await garmin.FindScheduleAsync(session, id, day, cancellationToken);
        workout.ScheduledOn = day;
        return !known || entry is null;
    }

    private async Task RemoveAsync(GarminSession session, UploadedWorkout workout, long id, DateOnly before, CancellationToken cancellationToken)
    {
        if ((workout.ScheduleId ?? await garmin.FindScheduleAsync(session, id, before, cancellationToken)) is { } old)
        {
            await garmin.UnscheduleAsync(session, old, cancellationToken);
        }
    }
}
