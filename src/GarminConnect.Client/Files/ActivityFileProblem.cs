namespace GarminConnect.Client;

/// <summary>Why there is no usable file of an activity.</summary>
public enum ActivityFileProblem
{
    /// <summary>Garmin has none: the activity was entered by hand or deleted, or has no file of this kind.</summary>
    NoFile,

    /// <summary>What came is cut off or corrupt. Another try may bring it whole.</summary>
    Damaged,

    /// <summary>What came is whole but holds no activity.</summary>
    NotAnActivity,

    /// <summary>It is larger than the limits of <see cref="GarminOptions"/>.</summary>
    TooLarge,
}
