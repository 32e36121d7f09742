using GarminSync.Contracts;

namespace GarminSync.Gateway.Workouts;

/// <summary>What became of a workout plan at Garmin.</summary>
internal sealed record WorkoutStatusAnswer
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>CentralDB's id of the plan.</summary>
    public required string WorkoutId { get; init; }

    /// <summary><c>not_sent</c>, <c>uploading</c>, <c>uploaded</c> or <c>removed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Garmin Connect's id of the workout; null when it is not known to be there.</summary>
    public long? GarminWorkoutId { get; init; }

    /// <summary>Day, <c>YYYY-MM-DD</c>, on which it is scheduled; null: not scheduled.</summary>
    public string? ScheduledOn { get; init; }

    /// <summary>UTC time at which it was last brought to Garmin; null: never.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>UTC time at which it was taken back; null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    public static WorkoutStatusAnswer From(WorkoutStatus status) => new()
    {
        UserId = status.UserId,
        WorkoutId = status.WorkoutId,
        State = status.State,
        GarminWorkoutId = status.GarminWorkoutId,
        ScheduledOn = status.ScheduledOn,
        UploadedAt = status.UploadedAt,
        RemovedAt = status.RemovedAt,
    };
}
