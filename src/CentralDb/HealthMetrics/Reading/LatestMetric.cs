namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>The last value of a metric.</summary>
/// <param name="MetricType">What is measured.</param>
/// <param name="Timestamp">When it was measured; null for a value of a day.</param>
/// <param name="Date">The day that it is of, the user's calendar; null for a moment.</param>
/// <param name="Value">In the unit.</param>
/// <param name="Unit">Null when none is stored.</param>
/// <param name="FirstDate">The day of the first value: the user's calendar for values of days, UTC for moments.</param>
internal sealed record LatestMetric(string MetricType, DateTimeOffset? Timestamp, DateOnly? Date, double Value, string? Unit, DateOnly FirstDate);
