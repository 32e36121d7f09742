namespace CentralDb.Client;

/// <summary>What the athlete should keep to in a step.</summary>
/// <param name="Type">
/// <c>none</c>, <c>heart_rate_zone</c>, <c>heart_rate</c>, <c>power_zone</c>, <c>power</c>, <c>pace</c>, <c>speed</c> or <c>cadence</c>. Null when the plan
/// does not say.
/// </param>
/// <param name="Zone">The number of the zone. Null for a type that is no zone.</param>
/// <param name="Low">
/// The lower bound, in beats a minute (heart rate), watts (power), seconds per kilometre (pace), metres per second (speed) or steps or turns a minute
/// (cadence). Null for a zone.
/// </param>
/// <param name="High">The upper bound, in the unit of <paramref name="Low"/>. Null for a zone.</param>
public sealed record WorkoutTarget(string? Type, double? Zone, double? Low, double? High);
