namespace GarminConnect.Simulator.Activities;

/// <summary>What ORIGINAL gives for an activity.</summary>
internal enum ActivityFile
{
    /// <summary>Recorded by a watch: a FIT file.</summary>
    Fit,

    /// <summary>Imported from a GPX file, without a device.</summary>
    Gpx,

    /// <summary>Typed in by hand.</summary>
    None,
}
