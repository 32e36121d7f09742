namespace GarminConnect.Client;

/// <summary>A workout in Garmin's list.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.2.</remarks>
/// <param name="WorkoutId">Garmin's id of it.</param>
/// <param name="Description">What is written about it; null for nothing.</param>
public sealed record GarminWorkoutRow(long WorkoutId, string? Description);
