using GarminConnect.Client.Health;
namespace GarminSync.Consumers.HealthMetrics;

/// <summary>When the values of a day are final. The athlete's time zone is not needed: a day is over when it is over everywhere.</summary>
internal static class Settlement
{
    // A watch that has not synchronised for so long may have been given away.
    private const int LongestWaitDays = 14;

    private static readonly TimeSpan LastZone = TimeSpan.FromHours(-12);
    private static readonly TimeSpan FirstZone = TimeSpan.FromHours(14);

    /// <summary>True some days after the end of the day, and, if known, when the device has synchronised past it.</summary>
    public static bool IsSettled(MetricDay day, DateTimeOffset now)
    {
        var end = new DateTimeOffset(day.Day.AddDays(1), TimeOnly.MinValue, LastZone);
        return now >= end.AddDays(day.Metric.SettlesAfterDays)
            && (day.SyncedUntil is not { } synced || synced >= end || now >= end.AddDays(LongestWaitDays));
    }

    /// <summary>The athlete's current day; without an offset, the earliest and the latest current day on Earth.</summary>
    public static DayRange Today(DateTimeOffset now, int? utcOffsetSeconds) => utcOffsetSeconds is { } offset
        ? new DayRange(DayAt(now, TimeSpan.FromSeconds(offset)), DayAt(now, TimeSpan.FromSeconds(offset)))
        : new DayRange(DayAt(now, LastZone), DayAt(now, FirstZone));

    private static DateOnly DayAt(DateTimeOffset now, TimeSpan offset) => DateOnly.FromDateTime(now.UtcDateTime + offset);
}
