namespace GarminSync.Gateway.Activities;

/// <summary>The formats of activity files.</summary>
internal static class ActivityFormats
{
    public const string Fit = "fit";

    /// <summary>The one that has most comes first.</summary>
    public static readonly IReadOnlyList<string> All = [Fit, "tcx", "gpx"];

    public static string ContentType(string format) => format switch
    {
        Fit => "application/vnd.ant.fit",
        "tcx" => "application/vnd.garmin.tcx+xml",
        "gpx" => "application/gpx+xml",
        _ => "application/octet-stream",
    };
}
