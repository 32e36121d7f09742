namespace CentralDb.Client;

/// <param name="Type">
/// <c>none</c>, <c>heart_rate_zone</c>, <c>heart_rate</c>, <c>power_zone</c>, <c>power</c>, <c>pace</c>, <c>speed</c> or <c>cadence</c>.
/// </param>
/// <param name="Zone">Of the zone types.</param>
/// <param name="Low">Of the others, with <paramref name="High"/>: beats a minute, watts, seconds per kilometre (pace), metres per second (speed).</param>
internal sealed record WorkoutTarget(string? Type, double? Zone, double? Low, double? High);
