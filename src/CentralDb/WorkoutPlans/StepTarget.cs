namespace FitTrack.CentralDb.WorkoutPlans;

/// <summary>What to hold during a step.</summary>
/// <param name="Type">
/// <c>none</c>; <c>heart_rate_zone</c> or <c>power_zone</c> with a zone; <c>heart_rate</c> (bpm), <c>power</c> (watts), <c>pace</c> (seconds per
/// kilometre), <c>speed</c> (metres per second) or <c>cadence</c> (per minute) with low and high.
/// </param>
/// <param name="Zone">Number of the zone, from 1.</param>
/// <param name="Low">One end of the range.</param>
/// <param name="High">The other end.</param>
internal sealed record StepTarget(string? Type, int? Zone, double? Low, double? High);
