namespace GarminConnect.Client;

/// <summary>Why there is no usable file of an activity.</summary>
internal enum ActivityFileProblem
{
    /// <summary>Garmin has none: entered by hand, deleted, or not to be had in this format.</summary>
    NoFile,

    /// <summary>What came is cut off or corrupt. Another try may bring it whole.</summary>
    Damaged,

    /// <summary>What came is whole but holds no activity.</summary>
    NotAnActivity,

    /// <summary>Larger than the limits of <see cref="GarminOptions"/>.</summary>
    TooLarge,
}
