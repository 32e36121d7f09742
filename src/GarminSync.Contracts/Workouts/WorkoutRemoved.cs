namespace GarminSync.Contracts;

/// <summary>A workout that was brought to Garmin was taken back: its day in the calendar and the workout itself are gone there. The plan stays in CentralDB.</summary>
/// <remarks>Consumers → all. Also when somebody had deleted it at Garmin before.</remarks>
public sealed record WorkoutRemoved
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>CentralDB's id of the workout plan.</summary>
    public required string WorkoutId { get; init; }

    /// <summary>The id that Garmin Connect had for the workout; absent when it was not found there.</summary>
    public long? GarminWorkoutId { get; init; }

    /// <summary>The job that took it back.</summary>
    public Guid? JobId { get; init; }
}
