namespace GarminSync.Web.Api;

/// <summary>The last value of a metric: of a moment (UTC), or of a day of the athlete's calendar.</summary>
public sealed record LatestValue(string MetricType, DateTimeOffset? Timestamp, DateOnly? Date, double Value, string? Unit);
