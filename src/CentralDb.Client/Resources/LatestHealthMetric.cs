namespace CentralDb.Client;

/// <summary>The last value of a metric.</summary>
/// <param name="MetricType">What is measured, such as <c>weight</c>.</param>
/// <param name="Timestamp">The moment of the value; UTC. Null for a value of a day.</param>
/// <param name="Date">The user's calendar day. Null for a value of a moment.</param>
/// <param name="Value">The value, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Null when CentralDB does not say.</param>
/// <param name="FirstDate">The day of the first value: the user's calendar for values of days, UTC for moments. Null from a CentralDB that does not tell it yet.</param>
public sealed record LatestHealthMetric(string MetricType, DateTimeOffset? Timestamp, DateOnly? Date, double Value, string? Unit, DateOnly? FirstDate = null);
