namespace CentralDb.Client;

/// <param name="Type"><c>time</c>, <c>distance</c>, <c>calories</c>, <c>heart_rate</c>, <c>lap_button</c> or <c>reps</c>.</param>
/// <param name="Value">Seconds, metres, kilocalories, beats a minute or a count; null for the lap button.</param>
internal sealed record WorkoutDuration(string? Type, double? Value);
