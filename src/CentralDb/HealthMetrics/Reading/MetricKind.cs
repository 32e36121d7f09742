namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>A metric, and whether its values are of days or of moments.</summary>
/// <param name="MetricType">What is measured.</param>
/// <param name="Daily">Whether these are values of days.</param>
internal sealed record MetricKind(string MetricType, bool Daily);
