using System.Globalization;

namespace GarminSync.Consumers.Sync;

/// <summary>Reads days in requests.</summary>
internal static class IsoDay
{
    /// <summary>The day; null when there is none, or when it is not <c>YYYY-MM-DD</c>: then the problem is added.</summary>
    public static DateOnly? Read(string name, string? text, ICollection<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.Add($"{name} is '{text}'; a day is written YYYY-MM-DD");
        return null;
    }
}
