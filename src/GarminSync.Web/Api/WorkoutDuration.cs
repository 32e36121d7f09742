namespace GarminSync.Web.Api;

/// <summary>When a step ends: in seconds, metres, kilocalories, beats a minute or repetitions; the lap button has no value.</summary>
public sealed record WorkoutDuration(string? Type, double? Value);
