namespace FitTrack.CentralDb.WorkoutPlans;

/// <summary>When a step ends.</summary>
/// <param name="Type"><c>time</c> (seconds), <c>distance</c> (metres), <c>calories</c>, <c>heart_rate</c> (bpm), <c>reps</c>, or <c>lap_button</c> (no value).</param>
/// <param name="Value">In the unit of the type.</param>
internal sealed record StepDuration(string? Type, double? Value);
