namespace GarminSync.Contracts;

/// <summary>What became of a workout plan at Garmin.</summary>
/// <remarks>Consumers → the requester.</remarks>
public sealed record WorkoutStatus
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>CentralDB's id of the workout plan.</summary>
    public required string WorkoutId { get; init; }

    /// <summary>One of <see cref="WorkoutStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Garmin Connect's id of the workout; absent when it is not known to be there.</summary>
    public long? GarminWorkoutId { get; init; }

    /// <summary>Day (<c>YYYY-MM-DD</c>) on which it is scheduled; absent: not scheduled.</summary>
    public string? ScheduledOn { get; init; }

    /// <summary>UTC time at which it was last brought to Garmin; absent: never.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>UTC time at which it was taken back; absent while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; init; }
}
