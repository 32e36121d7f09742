namespace GarminConnect.Client;

/// <summary>A workout in Garmin's list.</summary>
internal sealed record GarminWorkoutRow(long WorkoutId, string? Description);
