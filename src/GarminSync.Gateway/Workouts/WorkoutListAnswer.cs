namespace GarminSync.Gateway.Workouts;

/// <summary>A part of a user's workout plans.</summary>
/// <param name="Workouts">Newest first.</param>
/// <param name="Total">How many the user has; null when CentralDB does not say.</param>
internal sealed record WorkoutListAnswer(IReadOnlyList<WorkoutAnswer> Workouts, int? Total);
