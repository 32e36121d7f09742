using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>What the calendar shows of a scheduled workout; of some sixty members, those that have a known meaning.</summary>
internal static class CalendarItem
{
    public static IReadOnlyList<object> All(Athlete athlete, DateOnly first, DateOnly last) =>
        [.. athlete.Workouts.Between(first, last).Select(scheduled => Of(scheduled.Entry, scheduled.Workout))];

    private static object Of(ScheduledWorkout entry, StoredWorkout workout) => new
    {
        id = entry.Id,
        groupId = (long?)null,
        trainingPlanId = (long?)null,
        itemType = "workout",
        activityTypeId = (int?)null,
        title = workout.Name,
        date = $"{entry.Day:yyyy-MM-dd}",
        duration = workout.Body["estimatedDurationInSecs"]?.DeepClone(),
        distance = (double?)null,
        calories = (double?)null,
        startTimestampLocal = (string?)null,
        weight = (double?)null,
        workoutId = entry.WorkoutId,
        sportTypeKey = WorkoutTables.Sports.Full(workout.Body["sportType"]).Text("sportTypeKey"),
        protectedWorkoutSchedule = (bool?)null,
    };
}
