using GarminConnect.Client.Health;
namespace GarminSync.Consumers.HealthMetrics;

/// <summary>When the values of a day are final. The athlete's zone is not known, nor needed: a day counts as over when it is over everywhere.</summary>
internal static class Settlement
{
    // A watch that has not synchronised for so long may have been given away.
    private const int LongestWaitDays = 14;

    private static readonly TimeSpan LastZone = TimeSpan.FromHours(-12);
    private static readonly TimeSpan FirstZone = TimeSpan.FromHours(14);

    /// <summary>Some days after its end, and when the device has synchronised past it as far as that is known.</summary>
    public static bool IsSettled(MetricDay day, DateTimeOffset now)
    {
        var end = new DateTimeOffset(day.Day.AddDays(1), TimeOnly.MinValue, LastZone);
        return now >= end.AddDays(day.Metric.SettlesAfterDays)
            && (day.SyncedUntil is not { } synced || synced >= end || now >= end.AddDays(LongestWaitDays));
    }

    /// <summary>The day that it is at the athlete's; where the offset is not known, the earliest and the latest day that it is anywhere.</summary>
    public static DayRange Today(DateTimeOffset now, int? utcOffsetSeconds) => utcOffsetSeconds is { } offset
        ? new DayRange(DayAt(now, TimeSpan.FromSeconds(offset)), DayAt(now, TimeSpan.FromSeconds(offset)))
        : new DayRange(DayAt(now, LastZone), DayAt(now, FirstZone));

    private static DateOnly DayAt(DateTimeOffset now, TimeSpan offset) => DateOnly.FromDateTime(now.UtcDateTime + offset);
}
