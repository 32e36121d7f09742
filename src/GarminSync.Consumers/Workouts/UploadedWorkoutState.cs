namespace GarminSync.Consumers.Workouts;

/// <summary>How far the upload of a workout is.</summary>
internal enum UploadedWorkoutState
{
    /// <summary>Begun, and not yet known to be at Garmin as it should be.</summary>
    Uploading,

    /// <summary>At Garmin, and announced; both were committed together.</summary>
    Uploaded,
}
