namespace GarminConnect.Simulator.Answers;

/// <summary>The ways in which Garmin's services write a time.</summary>
internal static class GarminTime
{
    /// <summary>The form of the activity list: <c>2026-01-27 17:28:07</c>.</summary>
    public static string Blank(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss");

    /// <summary>The form of most other services: <c>2026-01-27T02:40:15.0</c>.</summary>
    public static string Iso(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss.0");

    /// <summary>A calendar day: <c>2026-01-27</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    /// <summary>The wall clock, written as if it were UTC: milliseconds since 1970.</summary>
    public static long LocalMilliseconds(DateTime local) => new DateTimeOffset(local, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
