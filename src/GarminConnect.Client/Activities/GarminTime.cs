using System.Globalization;

namespace GarminConnect.Client;

/// <summary>Garmin's times: <c>2026-01-27 17:28:07</c> or <c>2026-01-27T17:28:07.45</c>; the name of the field says which zone.</summary>
internal static class GarminTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'"];

    public static DateTimeOffset? Utc(string? text) => Local(text) is { } time ? new DateTimeOffset(time, TimeSpan.Zero) : null;

    public static DateTime? Local(string? text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified)
            : null;
}
