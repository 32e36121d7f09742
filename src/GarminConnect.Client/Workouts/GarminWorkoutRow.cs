namespace GarminSync.Consumers.GarminConnect;

/// <summary>A workout in Garmin's list.</summary>
internal sealed record GarminWorkoutRow(long WorkoutId, string? Description);
