using System.Globalization;

namespace GarminSync.Web.Shown;

/// <summary>Times as the reader's clock shows them, in the zone of the browser.</summary>
internal sealed class ReaderTime(TimeProvider clock)
{
    /// <summary>UTC until the browser has said where it is.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateOnly Today => DateOnly.FromDateTime(At(clock.GetUtcNow()).DateTime);

    /// <param name="zone">IANA name; one that this machine does not know is passed over.</param>
    /// <returns>Whether times look different now.</returns>
    public bool Use(string? zone)
    {
        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || found.Equals(Zone))
        {
            return false;
        }

        Zone = found;
        return true;
    }

    /// <summary>Such as "27 Nov 2026, 10:42"; of today only the time.</summary>
    public string Short(DateTimeOffset time)
    {
        var local = At(time);
        return DateOnly.FromDateTime(local.DateTime) == Today
            ? local.ToString(Texts.TimeToday, CultureInfo.InvariantCulture)
            : local.ToString(Texts.TimeOtherDay, CultureInfo.InvariantCulture);
    }

    /// <summary>With seconds and zone.</summary>
    public string Long(DateTimeOffset time) => $"{At(time).ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture)} {(Zone.Equals(TimeZoneInfo.Utc) ? "UTC" : Zone.Id)}";

    /// <summary>The first moment of a day.</summary>
    public DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);

        // In some zones the clock is put forward at midnight.
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private DateTimeOffset At(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);
}
