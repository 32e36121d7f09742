using GarminConnect.Client.Health;
using GarminSync.Contracts;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Which metrics a request names.</summary>
internal static class MetricSelection
{
    /// <summary>The metrics with these names, or with values of these names. Without names: all of the given detail.</summary>
    public static IReadOnlyList<Metric> Of(IReadOnlyList<string>? names, string? detail) =>
        [.. MetricCatalogue.Metrics.Where(metric => names is null
            ? metric.Detail == MetricDetail.Summary || detail == SyncDetails.Intraday
            : names.Any(name => Means(name, metric)))];

    /// <summary>Whether the catalogue has such a metric, or a metric with such a value.</summary>
    public static bool Knows(string name) => MetricCatalogue.Metrics.Any(metric => Means(name, metric));

    private static bool Means(string name, Metric metric) => metric.Name == name || metric.Values.Any(value => value.Name == name);
}
