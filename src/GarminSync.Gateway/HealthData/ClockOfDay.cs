using CentralDb.Client;

namespace GarminSync.Gateway.HealthData;

/// <summary>How far the athlete's clock was ahead of UTC on a day.</summary>
/// <param name="Seconds">At its beginning.</param>
/// <param name="SecondsAtEnd">Later, when the clock was changed; null when it was not.</param>
internal sealed record ClockOfDay(int Seconds, int? SecondsAtEnd)
{
    /// <summary>As the details of a value tell it; null when they do not.</summary>
    public static ClockOfDay? Of(HealthMetric metric) =>
        metric.DetailNumber("utc_offset_seconds") is { } offset && offset.TryGetInt32(out var seconds)
            ? new(seconds, metric.DetailNumber("utc_offset_seconds_at_end") is { } end && end.TryGetInt32(out var atEnd) ? atEnd : null)
            : null;

    public DateTimeOffset Start(DateOnly date) => Midnight(date).AddSeconds(-Seconds);

    public DateTimeOffset End(DateOnly date) => Midnight(date.AddDays(1)).AddSeconds(-(SecondsAtEnd ?? Seconds));

    private static DateTimeOffset Midnight(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
