using System.Globalization;
using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>Days and times in answers about health.</summary>
internal static class AnswerTime
{
    public static DateOnly? Day(JsonElement value) => Day(LenientJson.Text(value));

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <param name="row">Has the member.</param>
    /// <param name="path">Its name, or a path with dots.</param>
    public static DateOnly? Day(JsonElement row, string path) => LenientJson.At(row, path) is { } member ? Day(member) : null;

    /// <summary>The day of a local time.</summary>
    public static DateOnly? DayOfTime(DateTimeOffset? local) => local is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;

    /// <summary>From milliseconds or text. A local time comes out as if it were UTC.</summary>
    public static DateTimeOffset? Utc(JsonElement value) => GarminTime.Utc(LenientJson.Text(value)) ?? LenientJson.UnixMilliseconds(LenientJson.Number(value));

    /// <param name="row">Has the member.</param>
    /// <param name="path">Its name, or a path with dots.</param>
    public static DateTimeOffset? Utc(JsonElement row, string path) => LenientJson.At(row, path) is { } member ? Utc(member) : null;
}
