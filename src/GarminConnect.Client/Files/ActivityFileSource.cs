namespace GarminConnect.Client;

/// <summary>Which of Garmin's files of an activity.</summary>
internal enum ActivityFileSource
{
    /// <summary>What was uploaded. Stored at Garmin, so it can always be had.</summary>
    Original,

    /// <summary>Rendered when asked for; Garmin gives up on long activities.</summary>
    Tcx,

    /// <summary>Rendered when asked for; Garmin gives up on long activities.</summary>
    Gpx,
}
