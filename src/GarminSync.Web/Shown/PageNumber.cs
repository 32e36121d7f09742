using System.Globalization;

namespace GarminSync.Web.Shown;

/// <summary>The number of a page of a list, as an address has it, which anybody may have written.</summary>
internal static class PageNumber
{
    // So many times the activities of a page are still an int.
    private const int Last = 100_000;

    /// <param name="text">From the address; null when it has none.</param>
    /// <param name="first">The smallest that there is. What is no number counts as this.</param>
    public static int Of(string? text, int first) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, first, Last) : first;
}
