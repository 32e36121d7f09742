using System.Globalization;

namespace GarminSync.Web.Activities;

/// <summary>Cadences: files count turns of the crank, strokes of a swimmer, or strides of one leg, which runners and walkers count as two steps.</summary>
internal static class Cadence
{
    /// <param name="rpm">As the file has it.</param>
    /// <param name="type">The kind of activity, as Garmin names it; null when it is not known.</param>
    public static double? Value(double? rpm, string? type) => ActivityWords.OnFoot(type) ? rpm * 2 : rpm;

    public static string Text(double? rpm, string? type) => Value(rpm, type) is { } value ? TextOf(value, type) : "–";

    /// <summary>A value that is drawn, with its unit.</summary>
    public static string TextOf(double value, string? type) => $"{value.ToString("0", CultureInfo.InvariantCulture)} {(ActivityWords.OnFoot(type) || ActivityWords.InWater(type) ? "spm" : "rpm")}";
}
