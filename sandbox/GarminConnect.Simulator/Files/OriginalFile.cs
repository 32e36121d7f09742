using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Files.Fit;

namespace GarminConnect.Simulator.Files;

/// <summary>What the watch, or another program, uploaded.</summary>
internal static class OriginalFile
{
    /// <summary>The same bytes each time; null for what was typed in by hand.</summary>
    public static byte[]? Make(Athlete athlete, Activity activity) => activity.File switch
    {
        ActivityFile.Fit => FitActivityFile.Make(athlete, activity),
        ActivityFile.Gpx => GpxFile.Make(activity),
        _ => null,
    };
}
