namespace GarminSync.Contracts;

/// <summary>Asks what became of a workout plan at Garmin. Answer: <see cref="WorkoutStatus"/>.</summary>
/// <remarks>Gateway → consumers. Garmin is not asked.</remarks>
public sealed record GetWorkoutStatus
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>CentralDB's id of the workout plan.</summary>
    public required string WorkoutId { get; init; }
}
