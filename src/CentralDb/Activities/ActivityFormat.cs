namespace FitTrack.CentralDb.Activities;

/// <summary>The file formats of an activity.</summary>
internal static class ActivityFormat
{
    /// <summary>Of an activity without a file: entered by hand, or not to be had in the formats asked for.</summary>
    public const string None = "none";

    public static IReadOnlyDictionary<string, string> ContentTypes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fit"] = "application/vnd.ant.fit",
        ["tcx"] = "application/vnd.garmin.tcx+xml",
        ["gpx"] = "application/gpx+xml",
    };
}
