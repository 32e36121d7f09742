namespace GarminSync.Contracts;

/// <summary>Formats in which an activity's file can be asked for.</summary>
public static class ActivityFileFormats
{
    /// <summary>The file as the device recorded it, nearly always FIT; the default.</summary>
    public const string Original = "original";

    /// <summary>Garmin's Training Center XML, rendered by Garmin.</summary>
    public const string Tcx = "tcx";

    /// <summary>GPX 1.1, rendered by Garmin.</summary>
    public const string Gpx = "gpx";
}
