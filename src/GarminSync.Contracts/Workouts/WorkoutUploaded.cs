namespace GarminSync.Contracts;

/// <summary>A workout plan is at Garmin: it was made there, replaced, or put on another day.</summary>
/// <remarks>Consumers → all. Not said when a sync found everything as it should be.</remarks>
public sealed record WorkoutUploaded
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>CentralDB's id of the workout plan.</summary>
    public required string WorkoutId { get; init; }

    /// <summary>Garmin Connect's id of the workout.</summary>
    public required long GarminWorkoutId { get; init; }

    /// <summary>Day (<c>YYYY-MM-DD</c>) on which it is scheduled; absent: not scheduled.</summary>
    public string? ScheduledOn { get; init; }

    /// <summary>The job that uploaded it.</summary>
    public Guid? JobId { get; init; }
}
