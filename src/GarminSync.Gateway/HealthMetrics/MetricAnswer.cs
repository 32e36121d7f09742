using GarminSync.Contracts;

namespace GarminSync.Gateway.HealthMetrics;

/// <summary>A health metric that can be synced.</summary>
/// <param name="Name">For <c>metrics</c> of a sync call.</param>
/// <param name="Description">What it is.</param>
/// <param name="Detail">The depth at which it is synced when no metrics are named: <c>summary</c> or <c>intraday</c>.</param>
/// <param name="Values">The values that it consists of, each a <c>metric_type</c> in CentralDB.</param>
internal sealed record MetricAnswer(string Name, string Description, string Detail, IReadOnlyList<HealthMetricValueInfo> Values)
{
    public static MetricAnswer From(HealthMetricInfo metric) => new(metric.Name, metric.Description, metric.Detail, metric.Values);
}
