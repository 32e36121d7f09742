namespace GarminSync.Consumers.Workouts;

/// <summary>How <see cref="WorkoutUploader"/> ended, when nothing went wrong on the way.</summary>
internal abstract record WorkoutUpload
{
    private WorkoutUpload()
    {
    }

    /// <summary>Made, changed or put on another day.</summary>
    public sealed record Uploaded(UploadedWorkout Workout) : WorkoutUpload;

    /// <summary>Garmin has it already as it should be.</summary>
    public sealed record Unchanged : WorkoutUpload;

    /// <param name="Reason">For a person; the same plan again gives the same.</param>
    public sealed record Refused(string Reason) : WorkoutUpload;
}
