using System.Globalization;
using System.Text.Json;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.Api;

/// <summary>Reads the text of form fields and query parameters. Absent and empty are the same and no error; what cannot be read is noted with its name.</summary>
internal static class Fields
{
    public const string Required = "is required";

    public static string? Text(FieldErrors errors, string name, string? value, int maxLength)
    {
        if (value is not null && value.Length > maxLength)
        {
            errors.Add(name, $"must have at most {maxLength} characters");
        }

        // PostgreSQL's text cannot hold it.
        if (value is not null && value.Contains('\0', StringComparison.Ordinal))
        {
            errors.Add(name, "must not contain the character U+0000");
        }

        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    public static Guid? RequiredId(FieldErrors errors, string name, string? value)
    {
        if (Guid.TryParse(value, out var id))
        {
            return id;
        }

        errors.Add(name, string.IsNullOrWhiteSpace(value) ? Required : "must be an id as CentralDB gives them, a UUID");
        return null;
    }

    public static long? Long(FieldErrors errors, string name, string? value, long min) => Read<long>(
        errors, name, value, $"must be a whole number from {min}", long.TryParse(value, NumberStyles.Integer, null, out var number) && number >= min ? number : null);

    public static int? Integer(FieldErrors errors, string name, string? value, int min, int max) => Read<int>(
        errors, name, value, $"must be a whole number from {min} to {max}",
        int.TryParse(value, NumberStyles.Integer, null, out var number) && number >= min && number <= max ? number : null);

    public static double? Amount(FieldErrors errors, string name, string? value) => Read<double>(
        errors, name, value, "must be a number from 0, with a point for decimals",
        double.TryParse(value, NumberStyles.Float, null, out var number) && double.IsFinite(number) && number >= 0 ? number : null);

    public static DateTimeOffset? Time(FieldErrors errors, string name, string? value) => Read<DateTimeOffset>(
        errors, name, value, "must be a time such as 2026-11-22T06:30:00Z", TryTime(value, out var time) ? time : null);

    /// <summary>A time by the clock of some place, without a zone, to the second.</summary>
    public static string? LocalTime(FieldErrors errors, string name, string? value)
    {
        string[] formats = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
        var read = DateTime.TryParseExact(value?.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (!read && !string.IsNullOrWhiteSpace(value))
        {
            errors.Add(name, "must be a local time such as 2026-11-22T06:30:00, without a zone");
        }

        return read ? time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) : null;
    }

    public static string? Json(FieldErrors errors, string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement.ValueKind == JsonValueKind.Null ? null : RawJson.Compact(document.RootElement);
        }
        catch (JsonException)
        {
            errors.Add(name, "must be JSON");
            return null;
        }
    }

    /// <summary>An ISO 8601 time. One without an offset is UTC; finer than microseconds is cut off, because PostgreSQL would, and keys must compare equal.</summary>
    public static bool TryTime(string? value, out DateTimeOffset time)
    {
        var read = DateTimeOffset.TryParse(
            value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
        time = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

        // The parser also takes 11/22/2026, which half the world reads the other way round.
        return read && value!.Length >= "2026-11-22".Length && value[4] == '-' && time.Year is > 1900 and < 2200;
    }

    public static bool TryDate(string? value, out DateOnly day) => DateOnly.TryParseExact(value, "yyyy-MM-dd", out day);

    public static DateOnly? Day(FieldErrors errors, string name, string? value) => Read<DateOnly>(
        errors, name, value, "must be a date such as 2026-11-22", TryDate(value, out var day) && day.Year is > 1900 and < 2200 ? day : null);

    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static T? Read<T>(FieldErrors errors, string name, string? value, string mustBe, T? read)
        where T : struct
    {
        if (read is null && !string.IsNullOrWhiteSpace(value))
        {
            errors.Add(name, mustBe);
        }

        return read;
    }
}
