namespace GarminConnect.Client;

/// <summary>Which of Garmin's files of an activity.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 5.5.</remarks>
public enum ActivityFileSource
{
    /// <summary>What was uploaded, as Garmin keeps it: a FIT, or the GPX or TCX that was imported.</summary>
    Original,

    /// <summary>Rendered as TCX on request; Garmin gives up on long activities.</summary>
    Tcx,

    /// <summary>Rendered as GPX on request; Garmin gives up on long activities.</summary>
    Gpx,
}
