namespace GarminSync.Web.Api;

/// <summary>All metrics that can be synced.</summary>
public sealed record MetricList(IReadOnlyList<Metric> Metrics);
