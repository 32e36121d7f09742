using GarminConnect.Client.Health;
using GarminSync.Contracts;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Which metrics a request names.</summary>
internal static class MetricSelection
{
    /// <summary>Those of the names, which may be names of metrics or of their values; without names all up to the depth.</summary>
    public static IReadOnlyList<Metric> Of(IReadOnlyList<string>? names, string? detail) =>
        [.. MetricCatalogue.Metrics.Where(metric => names is null
            ? metric.Detail == MetricDetail.Summary || detail == SyncDetails.Intraday
            : names.Any(name => Means(name, metric)))];

    /// <summary>Whether the catalogue has such a metric, or a metric with such a value.</summary>
    public static bool Knows(string name) => MetricCatalogue.Metrics.Any(metric => Means(name, metric));

    private static bool Means(string name, Metric metric) => metric.Name == name || metric.Values.Any(value => value.Name == name);
}
