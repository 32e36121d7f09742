namespace GarminSync.Web.Api;

/// <summary>A metric over a range of time.</summary>
/// <param name="MetricType">What is measured.</param>
/// <param name="Unit">Of the values; null when it is not known.</param>
/// <param name="Daily">Whether these are values of days.</param>
/// <param name="PointSeconds">How long the stretch of a point is.</param>
/// <param name="Points">In the order of time; a stretch without a value is not there.</param>
public sealed record HealthSeries(string MetricType, string? Unit, bool Daily, double? PointSeconds, IReadOnlyList<HealthPoint> Points);
