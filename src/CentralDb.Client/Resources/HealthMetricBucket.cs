namespace CentralDb.Client;

/// <summary>The values of a stretch of time, in the unit of the series.</summary>
/// <param name="Timestamp">Where it begins; UTC. Null for values of days.</param>
/// <param name="Date">Its first day, the user's calendar. Null for values of moments.</param>
/// <param name="First">The earliest value.</param>
/// <param name="Min">The smallest value.</param>
/// <param name="Max">The largest value.</param>
/// <param name="Mean">The sum of the values divided by their number, however they lie in time.</param>
/// <param name="Last">The latest value.</param>
/// <param name="Count">How many values there are; at least 1.</param>
public sealed record HealthMetricBucket(DateTimeOffset? Timestamp, DateOnly? Date, double First, double Min, double Max, double Mean, double Last, long Count);
