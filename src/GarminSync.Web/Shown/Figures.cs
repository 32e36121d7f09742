using System.Globalization;

namespace GarminSync.Web.Shown;

/// <summary>Figures of sport, with their units. What is not known is a dash.</summary>
internal static class Figures
{
    private const string None = "–";

    // No TimeSpan is longer than a little more; what a file or a plan says may be.
    private const double LongestSeconds = 9e11;

    public static string Distance(double? meters) => meters switch
    {
        null => None,
        < 1000 => $"{Number(meters.Value, "0")} m",
        < 100_000 => $"{Number(meters.Value / 1000, "0.00")} km",
        _ => $"{Number(meters.Value / 1000, "#,0.0")} km",
    };

    public static string Duration(double? seconds) => seconds is { } known and >= 0 ? Durations.Clock(Time(Math.Round(known))) : None;

    /// <summary>So many seconds, or the longest time that there is.</summary>
    public static TimeSpan Time(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, LongestSeconds));

    public static string HeartRate(double? beats) => Whole(beats, "bpm");

    public static string Power(double? watts) => Whole(watts, "W");

    public static string Elevation(double? meters) => Whole(meters, "m");

    public static string Energy(double? kilocalories) => Whole(kilocalories, "kcal");

    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Number(bytes / 1024.0, "#,0.0")} KiB" : $"{Number(bytes / 1024.0 / 1024, "#,0.0")} MiB";

    private static string Whole(double? value, string unit) => value is { } known ? $"{Number(known, "#,0")} {unit}" : None;

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
