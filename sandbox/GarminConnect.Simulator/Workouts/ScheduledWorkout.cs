namespace GarminConnect.Simulator.Workouts;

/// <summary>An entry of the calendar: a workout on a day.</summary>
internal sealed record ScheduledWorkout(long Id, long WorkoutId, DateOnly Day, DateTimeOffset Created);
