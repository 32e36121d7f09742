namespace CentralDb.Client;

/// <summary>When a step ends.</summary>
/// <param name="Type"><c>time</c>, <c>distance</c>, <c>calories</c>, <c>heart_rate</c>, <c>lap_button</c> or <c>reps</c>. Null when the plan does not say.</param>
/// <param name="Value">In seconds, metres, kilocalories, beats a minute or repetitions. Null for the lap button.</param>
public sealed record WorkoutDuration(string? Type, double? Value);
