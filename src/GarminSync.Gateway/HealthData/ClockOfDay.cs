using CentralDb.Client;

namespace GarminSync.Gateway.HealthData;

/// <summary>How far the athlete's clock was ahead of UTC on a day.</summary>
/// <param name="Seconds">At its beginning.</param>
/// <param name="SecondsAtEnd">Later, when the clock was changed; null when it was not.</param>
internal sealed record ClockOfDay(int Seconds, int? SecondsAtEnd)
{
    private const int QuarterOfAnHour = 15 * 60;
    private const int Furthest = 14 * 60 * 60;

    /// <summary>As the details of a value tell it; null when they do not, or when no clock is so far from UTC.</summary>
    public static ClockOfDay? Of(HealthMetric metric) =>
        Offset(metric, "utc_offset_seconds") is { } seconds ? new(seconds, Offset(metric, "utc_offset_seconds_at_end")) : null;

    public DateTimeOffset Start(DateOnly date) => Midnight(date).AddSeconds(-Seconds);

    public DateTimeOffset End(DateOnly date) => Midnight(date.AddDays(1)).AddSeconds(-(SecondsAtEnd ?? Seconds));

    private static int? Offset(HealthMetric metric, string name) =>
        metric.DetailNumber(name) is { } offset && offset.TryGetInt32(out var seconds) && seconds is >= -Furthest and <= Furthest && seconds % QuarterOfAnHour == 0 ? seconds : null;

    private static DateTimeOffset Midnight(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
