namespace GarminSync.Contracts;

/// <summary>What became of a workout plan at Garmin: values of <see cref="WorkoutStatus.State"/>.</summary>
public static class WorkoutStates
{
    /// <summary>It was never sent, or nothing is known of it any more.</summary>
    public const string NotSent = "not_sent";

    /// <summary>Its upload has begun, and has not ended well so far.</summary>
    public const string Uploading = "uploading";

    /// <summary>It is at Garmin, unless somebody has deleted it there.</summary>
    public const string Uploaded = "uploaded";

    /// <summary>It was at Garmin, and was taken back.</summary>
    public const string Removed = "removed";
}
