namespace FitTrack.CentralDb.Activities;

/// <summary>The file formats of an activity.</summary>
internal static class ActivityFormat
{
    public static IReadOnlyDictionary<string, string> ContentTypes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fit"] = "application/vnd.ant.fit",
        ["tcx"] = "application/vnd.garmin.tcx+xml",
        ["gpx"] = "application/gpx+xml",
    };
}
