using GarminConnect.Client.Health;
using GarminSync.Contracts;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Which metrics a request names.</summary>
internal static class MetricSelection
{
    /// <summary>
    /// The metrics with these names, or with values of these names. <c>hrv</c> is a metric of the summary and a value of the curve: without the detail
    /// <c>intraday</c> it means the metric alone. Without names: all of the given detail.
    /// </summary>
    public static IReadOnlyList<Metric> Of(IReadOnlyList<string>? names, string? detail) =>
        [.. MetricCatalogue.Metrics.Where(metric => names is null
            ? metric.Detail == MetricDetail.Summary || detail == SyncDetails.Intraday
            : names.Any(name => Means(name, metric, detail)))];

    /// <summary>Whether the catalogue has such a metric, or a metric with such a value.</summary>
    public static bool Knows(string name) => MetricCatalogue.Metrics.Any(metric => metric.Name == name || HasValue(metric, name));

    private static bool Means(string name, Metric metric, string? detail) => metric.Name == name
        || (HasValue(metric, name) && (detail == SyncDetails.Intraday || !MetricCatalogue.Metrics.Any(other => other.Name == name)));

    private static bool HasValue(Metric metric, string name) => metric.Values.Any(value => value.Name == name);
}
