namespace GarminSync.Contracts;

/// <summary>A workout could not be taken back from Garmin.</summary>
/// <remarks>Consumers → all.</remarks>
public sealed record WorkoutRemovalFailed
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>CentralDB's id of the workout plan.</summary>
    public required string WorkoutId { get; init; }

    /// <summary>Why, for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>The job that gave up.</summary>
    public Guid? JobId { get; init; }
}
