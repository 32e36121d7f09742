namespace GarminConnect.Simulator.Health;

/// <summary>The athlete's days: from midnight to midnight on the wall clock, 23 or 25 hours where the clocks change.</summary>
internal sealed class LocalCalendar(TimeZoneInfo home, Travel? travel)
{
    private readonly TimeZoneInfo _away = travel is null ? home : TimeZoneInfo.FindSystemTimeZoneById(travel.TimeZone);
    private readonly DateTimeOffset _flight = travel is null ? DateTimeOffset.MaxValue : Midnight(home, travel.Day).AddHours(12);

    /// <summary>UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Midnight(day > travel?.Day ? _away : home, day);

    public TimeSpan OffsetAt(DateTimeOffset time) => (time >= _flight ? _away : home).GetUtcOffset(time);

    /// <summary>What the wall clock says.</summary>
    public DateTime LocalOf(DateTimeOffset time) => DateTime.SpecifyKind(time.UtcDateTime + OffsetAt(time), DateTimeKind.Unspecified);

    /// <summary>The day that the time belongs to. Looks at where the days begin, because a flight can set the wall clock back over midnight.</summary>
    public DateOnly DayOf(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(LocalOf(time));
        while (StartOf(day) > time)
        {
            day = day.AddDays(-1);
        }

        while (StartOf(day.AddDays(1)) <= time)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>UTC of a time on the wall clock.</summary>
    public DateTimeOffset UtcOf(DateTime local)
    {
        var zone = travel is not null && local >= LocalOf(_flight) ? _away : home;
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset Midnight(TimeZoneInfo zone, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // Some zones change their clocks at midnight, and the day begins at one.
        var first = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(first, zone.GetUtcOffset(first)).ToUniversalTime();
    }
}
