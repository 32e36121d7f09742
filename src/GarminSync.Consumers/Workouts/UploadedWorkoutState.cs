namespace GarminSync.Consumers.Workouts;

/// <summary>The state of an upload.</summary>
internal enum UploadedWorkoutState
{
    /// <summary>Begun; Garmin may have it or not.</summary>
    Uploading,

    /// <summary>At Garmin, and announced.</summary>
    Uploaded,

    /// <summary>Taken back, and announced.</summary>
    Removed,
}
