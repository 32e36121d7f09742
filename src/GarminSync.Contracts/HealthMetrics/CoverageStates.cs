namespace GarminSync.Contracts;

/// <summary>What is known of a metric on a day: values of <see cref="CoverageSpan.State"/>.</summary>
public static class CoverageStates
{
    /// <summary>Its values are in CentralDB, and final.</summary>
    public const string Stored = "stored";

    /// <summary>It was asked for, and is asked for again, because the watch may not have synchronised yet.</summary>
    public const string Provisional = "provisional";

    /// <summary>Garmin has no values, and a later day has some: none are expected.</summary>
    public const string Empty = "empty";

    /// <summary>It could not be fetched or read; it is tried again, at growing intervals.</summary>
    public const string Failed = "failed";

    /// <summary>A hole: nobody has asked Garmin yet.</summary>
    public const string NeverAsked = "never_asked";
}
