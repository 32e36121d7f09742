using System.Text.Json;
using GarminSync.Consumers.GarminConnect;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>A call of Garmin Connect that answers for some metrics, over some days.</summary>
internal sealed class MetricEndpoint(
    string name,
    int maxDays,
    Func<string, DayRange, GarminCall> call,
    Func<JsonElement, DayRange, IEnumerable<MetricDay>> read,
    params IReadOnlyList<Metric> metrics)
{
    /// <summary>In snake case; unique in the catalogue, and kept in the state store.</summary>
    public string Name => name;

    /// <summary>The longest range that it takes, in days; 1 for a call about a single day.</summary>
    public int MaxDays => maxDays;

    /// <summary>What it answers for.</summary>
    public IReadOnlyList<Metric> Metrics => metrics;

    /// <param name="displayName">The athlete's display name, which is part of some paths.</param>
    /// <param name="range">No longer than <see cref="MaxDays"/>.</param>
    public GarminCall CallFor(string displayName, DayRange range) => call(displayName, range);

    /// <summary>One entry for each metric and each day of the range, whatever the answer is; also for the answer that there is nothing (null).</summary>
    public IReadOnlyList<MetricDay> Read(JsonDocument? answer, DayRange range)
    {
        var found = read(answer?.RootElement ?? default, range).Where(day => range.Contains(day.Day)).ToLookup(day => (day.Metric, day.Day));
        return [.. range.Days.SelectMany(day => metrics.Select(metric => found[(metric, day)].FirstOrDefault() ?? new MetricDay(metric, day, [])))];
    }
}
