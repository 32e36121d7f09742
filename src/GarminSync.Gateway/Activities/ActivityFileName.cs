using System.Globalization;
using System.Text;
using CentralDb.Client;

namespace GarminSync.Gateway.Activities;

/// <summary>What a downloaded file is called: the day by the athlete's clock, the name, the format.</summary>
internal static class ActivityFileName
{
    private const int LongestName = 80;
    private const string NotInFileNames = "/\\:*?\"<>|";

    public static string Of(ActivityOverview activity, StoredActivityFile file)
    {
        var day = (activity.StartTimeLocal ?? activity.StartTime?.UtcDateTime)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = Clean(activity.Name) ?? Clean(activity.ActivityType) ?? activity.GarminActivityId.ToString(CultureInfo.InvariantCulture);
        var part = file.FilePart == 1 ? null : $"({file.FilePart})";
        return $"{string.Join(' ', new[] { day, name, part }.OfType<string>())}.{file.FileFormat}";
    }

    private static string? Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > LongestName)
            {
                break;
            }

            // Format characters turn the direction of what follows: "gpj.exe" is read as "exe.jpg".
            clean.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format || (rune.IsBmp && NotInFileNames.Contains((char)rune.Value))
                ? "-"
                : rune.ToString());
        }

        var name = clean.ToString().Trim(' ', '.');
        return name.Length == 0 ? null : name;
    }
}
