using System.Text.Json;
using GarminConnect.Client.Health;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The athlete's offset from UTC, as far as values tell.</summary>
internal static class AthleteOffset
{
    /// <summary>The offset from UTC, in seconds, of the newest value that has one; null when none has. Records are as old as they are, whenever they are asked for.</summary>
    public static int? Of(IEnumerable<MetricDay> days) =>
        days.Where(day => !day.Metric.OnlyLatest).OrderByDescending(day => day.Day).SelectMany(day => day.Values).Select(Of).LastOrDefault(offset => offset is not null);

    private static int? Of(MetricValue value) =>
        value.Details?["utc_offset_seconds"] is { } offset && offset.GetValueKind() == JsonValueKind.Number ? offset.GetValue<int>() : null;
}
