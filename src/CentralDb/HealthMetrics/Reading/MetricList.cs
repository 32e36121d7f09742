namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>An answer about several metrics, in the order in which they were asked for, or else by name. One without a value is not there.</summary>
internal sealed record MetricList<T>(IReadOnlyList<T> Items);
