namespace GarminConnect.Client;

/// <summary>The formats of activity files.</summary>
public enum ActivityFileFormat
{
    /// <summary>Garmin's binary format, with everything that the device recorded.</summary>
    Fit,

    /// <summary>Training Center XML.</summary>
    Tcx,

    /// <summary>GPS Exchange Format, XML.</summary>
    Gpx,
}
