namespace FitTrack.CentralDb.HealthMetrics;

/// <summary>What makes two data points the same one.</summary>
internal readonly record struct HealthMetricKey(Guid UserId, string MetricType, DateTimeOffset At, bool Daily);
