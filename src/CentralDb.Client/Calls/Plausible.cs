using System.Text;

namespace CentralDb.Client;

/// <summary>Leaves out of an upload what a CentralDB may refuse, so that one odd value does not cost the activity.</summary>
internal static class Plausible
{
    private const int LongestName = 1000;
    private const int LongestType = 100;

    // A million kilometres, or thirty years in seconds.
    private const double Largest = 1e9;

    public static ActivityUpload Of(ActivityUpload upload) => upload with
    {
        Name = Text(upload.Name, LongestName),
        ActivityType = Text(upload.ActivityType, LongestType),
        StartTime = upload.StartTime is { UtcDateTime.Year: > 1900 and < 2200 } ? upload.StartTime : null,
        StartTimeLocal = upload.StartTimeLocal is { Year: > 1900 and < 2200 } ? upload.StartTimeLocal : null,
        DurationSeconds = Number(upload.DurationSeconds),
        DistanceMeters = Number(upload.DistanceMeters),
        ElevationGainMeters = Number(upload.ElevationGainMeters),
        Calories = Number(upload.Calories),
        AverageHeartRate = Number(upload.AverageHeartRate),
        MaxHeartRate = Number(upload.MaxHeartRate),
    };

    private static double? Number(double? value) => value is >= 0 and <= Largest ? value : null;

    private static string? Text(string? text, int longest)
    {
        if (text is null)
        {
            return null;
        }

        var clean = new StringBuilder();
        // Half a surrogate pair comes out of this as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            if (rune.Value != 0)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.Length == 0 ? null : clean.ToString();
    }
}
