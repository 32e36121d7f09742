namespace GarminSync.Consumers.Workouts;

/// <summary>The result of <see cref="WorkoutUploader"/>.</summary>
internal abstract record WorkoutUpload
{
    private WorkoutUpload()
    {
    }

    /// <summary>Made, changed or put on another day.</summary>
    public sealed record Uploaded(UploadedWorkout Workout) : WorkoutUpload;

    /// <summary>Garmin has this version already.</summary>
    public sealed record Unchanged : WorkoutUpload;

    /// <param name="Reason">For a person. The same plan would be refused again.</param>
    public sealed record Refused(string Reason) : WorkoutUpload;
}
