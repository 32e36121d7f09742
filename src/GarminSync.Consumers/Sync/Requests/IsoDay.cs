using System.Globalization;

namespace GarminSync.Consumers.Sync;

/// <summary>Reads a day that somebody wrote.</summary>
internal static class IsoDay
{
    /// <summary>Null for none, and for one that is not <c>YYYY-MM-DD</c>, which is added to the problems.</summary>
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
