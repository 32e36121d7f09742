using System.Globalization;
using FitTrack.Hosting;

namespace GarminSync.Gateway.Bodies;

/// <summary>Reads the text of query parameters. Absent and empty are the same and no error; what cannot be read is noted with its name.</summary>
internal static class QueryFields
{
    public static string? Text(FieldErrors errors, string name, string? value, int longest)
    {
        if (value?.Length > longest)
        {
            errors.Add(name, $"must have at most {longest} characters");
        }

        if (value?.Any(char.IsControl) == true)
        {
            errors.Add(name, "must not have control characters");
        }

        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>A parameter that may be there several times: each value once.</summary>
    public static IReadOnlyList<string> Texts(FieldErrors errors, string name, string[]? values, int most)
    {
        if (values?.Length > most)
        {
            errors.Add(name, $"must be there at most {most} times");
            return [];
        }

        return [.. (values ?? []).Select(value => Text(errors, name, value, 100)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    public static string? Choice(FieldErrors errors, string name, string? value, params IReadOnlyList<string> allowed)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (!allowed.Contains(value))
        {
            errors.Add(name, $"must be one of {string.Join(", ", allowed)}");
        }

        return value;
    }

    public static int? Number(FieldErrors errors, string name, string? value, int min, int max)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
        {
            errors.Add(name, max == int.MaxValue ? $"must be a whole number, {min} or more" : $"must be a whole number from {min} to {max}");
        }

        return number;
    }

    public static DateOnly? Day(FieldErrors errors, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (TryDay(value, out var day))
        {
            return day;
        }

        errors.Add(name, "must be a day that exists, as YYYY-MM-DD");
        return null;
    }

    /// <summary>A day of a year that data can be of.</summary>
    public static bool TryDay(string? value, out DateOnly day) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1900 and < 2200;
}
