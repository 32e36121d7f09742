namespace GarminSync.Gateway.HealthMetrics;

/// <summary>The health metrics that can be synced.</summary>
/// <param name="Metrics">All of them.</param>
internal sealed record MetricListAnswer(IReadOnlyList<MetricAnswer> Metrics);
