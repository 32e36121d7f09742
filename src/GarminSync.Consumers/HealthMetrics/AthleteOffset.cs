using System.Text.Json;
using GarminConnect.Client.Health;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The athlete's offset from UTC, as far as values tell.</summary>
internal static class AthleteOffset
{
    private const int NewestDays = 2;
    private const int QuarterOfAnHour = 15 * 60;

    /// <summary>The offset from UTC, in seconds, of the newest value of these days that has one; null when none has. Older ones tell where the athlete was.</summary>
    public static int? Of(IEnumerable<MetricDay> days, DateTimeOffset now)
    {
        var since = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-NewestDays);
        return days.Where(day => day.Day >= since && !day.Metric.OnlyLatest)
            .OrderByDescending(day => day.Day)
            .Select(day => day.Values.Select(Of).LastOrDefault(offset => offset is not null))
            .FirstOrDefault(offset => offset is not null);
    }

    // There is no zone that is not a whole number of quarters of an hour away.
    private static int? Of(MetricValue value) =>
        value.Details?["utc_offset_seconds"] is { } offset && offset.GetValueKind() == JsonValueKind.Number && offset.GetValue<int>() is var seconds
            && seconds % QuarterOfAnHour == 0 ? seconds : null;
}
