namespace GarminSync.Web.Api;

/// <summary>The last value of a metric: of a moment (UTC), or of a day of the athlete's calendar; and the day of its first, null when CentralDB does not tell.</summary>
public sealed record LatestValue(string MetricType, DateTimeOffset? Timestamp, DateOnly? Date, double Value, string? Unit, DateOnly? FirstDate = null);
