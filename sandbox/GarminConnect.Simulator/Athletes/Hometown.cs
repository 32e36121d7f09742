namespace GarminConnect.Simulator.Athletes;

/// <summary>Where an athlete trains. <paramref name="TimeZoneUnit"/> is Garmin Connect's own number of the zone.</summary>
internal sealed record Hometown(string Name, double Latitude, double Longitude, string TimeZoneId, int TimeZoneUnit)
{
    private static readonly Hometown[] Known =
    [
        new("Tokyo", 35.6712, 139.7595, "Asia/Tokyo", 169),
        new("Potsdam", 52.4009, 13.0591, "Europe/Berlin", 124),
        new("Denver", 39.7392, -104.9903, "America/Denver", 153),
        new("Bristol", 51.4545, -2.5879, "Europe/London", 120),
    ];

    /// <summary>The place of a seed, or one in the wanted time zone. A zone that none of the places is in has no number.</summary>
    public static Hometown Of(int seed, string? timeZone = null)
    {
        var place = Known[(int)((uint)seed % Known.Length)];
        return timeZone is null || timeZone == place.TimeZoneId
            ? place
            : Array.Find(Known, other => other.TimeZoneId == timeZone) ?? place with { TimeZoneId = timeZone, TimeZoneUnit = 0 };
    }

    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId);
}
