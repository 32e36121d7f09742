using GarminConnect.Client.Health;
namespace GarminSync.Consumers.HealthMetrics;

/// <summary>When the values of a day are final. A day is over when it is over everywhere, whatever the athlete's time zone is.</summary>
internal static class Settlement
{
    /// <summary>After so many days nothing more is expected: the watch may have been given away.</summary>
    public const int LongestWaitDays = 60;

    // Three days after the end of the day; the fourth is the current one, which may not be over.
    private const int UnsettledDays = 4;

    // For days whose device has not spoken, or not to the end: every day at first, later twice a week.
    private const int OftenDays = 14;
    private static readonly TimeSpan Often = TimeSpan.FromDays(1);
    private static readonly TimeSpan Seldom = TimeSpan.FromDays(3);

    private static readonly TimeSpan LastZone = TimeSpan.FromHours(-12);
    private static readonly TimeSpan FirstZone = TimeSpan.FromHours(14);

    /// <summary>
    /// True some days after the end of the day, and when the device has spoken since: Garmin tells of an upload after the end, or a later day has values of a device
    /// and Garmin does not tell that the upload ended before this day did. Without that, after <see cref="LongestWaitDays"/>.
    /// </summary>
    /// <param name="day">What Garmin answered.</param>
    /// <param name="spoken">What is known of the devices.</param>
    /// <param name="now">When Garmin answered.</param>
    public static bool IsSettled(MetricDay day, DeviceWord spoken, DateTimeOffset now)
    {
        var end = End(day.Day);
        return now >= end.AddDays(day.Metric.SettlesAfterDays)
            && (day.SyncedUntil >= end || (spoken.LastSpoken > day.Day && !IsCutOff(day, spoken)) || now >= end.AddDays(LongestWaitDays));
    }

    /// <summary>
    /// For a day that is not settled, when it is asked for again at the earliest; null: when <see cref="IsDue"/> says so. Another device has spoken, and that of
    /// this day may do so yet, which is worth a call now and then.
    /// </summary>
    /// <param name="day">What Garmin answered.</param>
    /// <param name="spoken">What is known of the devices.</param>
    /// <param name="now">When Garmin answered.</param>
    public static DateTimeOffset? NextAskAt(MetricDay day, DeviceWord spoken, DateTimeOffset now) =>
        spoken.LastSpoken > day.Day && IsCutOff(day, spoken) && now >= End(day.Day).AddDays(day.Metric.SettlesAfterDays) ? now + Pause(day.Day, now) : null;

    /// <summary>Whether a day that is not settled is to be asked for again.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="day">The day.</param>
    /// <param name="askedAt">When it was asked for last.</param>
    /// <param name="lastSpoken">The last day of the account with values of a device; null when there is none.</param>
    /// <param name="now">The time.</param>
    public static bool IsDue(Metric metric, DateOnly day, DateTimeOffset askedAt, DateOnly? lastSpoken, DateTimeOffset now)
    {
        var pause = now - End(day) <= TimeSpan.FromDays(metric.SettlesAfterDays) || lastSpoken > day ? TimeSpan.Zero : Pause(day, now);
        return askedAt + (pause > metric.ServesFor ? pause : metric.ServesFor) <= now;
    }

    /// <summary>The athlete's current day; without an offset, the earliest and the latest current day on Earth.</summary>
    public static DayRange Today(DateTimeOffset now, int? utcOffsetSeconds) => utcOffsetSeconds is { } offset
        ? new DayRange(DayAt(now, TimeSpan.FromSeconds(offset)), DayAt(now, TimeSpan.FromSeconds(offset)))
        : new DayRange(DayAt(now, LastZone), DayAt(now, FirstZone));

    /// <summary>The first of the days that most metrics are not settled on yet. From there on a day is asked for in full, so that it settles with all that Garmin has.</summary>
    public static DateOnly InFullFrom(DateTimeOffset now) => DayAt(now, LastZone).AddDays(-UnsettledDays);

    // At the athlete's own end of the day where it is known: a watch that is synchronised in the morning gets no further than that.
    private static bool IsCutOff(MetricDay day, DeviceWord spoken) =>
        day.SyncedUntil < (spoken.UtcOffsetSeconds is { } offset ? End(day.Day) + LastZone - TimeSpan.FromSeconds(offset) : End(day.Day));

    private static TimeSpan Pause(DateOnly day, DateTimeOffset now) => now - End(day) <= TimeSpan.FromDays(OftenDays) ? Often : Seldom;

    private static DateTimeOffset End(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, LastZone);

    private static DateOnly DayAt(DateTimeOffset now, TimeSpan offset) => DateOnly.FromDateTime(now.UtcDateTime + offset);
}
