using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Outbox;

namespace GarminSync.Consumers.Workouts;

/// <summary>The ledger of workouts: which plan is which workout at Garmin, in which version, and on which day.</summary>
internal sealed class UploadedWorkout
{
    public string UserId { get; set; } = "";

    /// <summary>CentralDB's id of the plan.</summary>
    public string WorkoutId { get; set; } = "";

    public UploadedWorkoutState State { get; set; }

    /// <summary>Null while <see cref="UploadedWorkoutState.Uploading"/>: the workout has to be looked for.</summary>
    public long? GarminWorkoutId { get; set; }

    /// <summary>Hash of the translation that Garmin was given; null until it is known to have it.</summary>
    public string? ContentHash { get; set; }

    /// <summary>Garmin's id of the calendar entry; null when there is none, or when Garmin did not say.</summary>
    public long? ScheduleId { get; set; }

    public DateOnly? ScheduledOn { get; set; }

    /// <summary>How often it was announced.</summary>
    public int Revision { get; set; }

    public DateTimeOffset? UploadedAt { get; set; }

    /// <summary>When it was taken back; null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The event that says that Garmin has it.</summary>
    public IdentifiedEvent ToEvent(Guid jobId) => new(
        new WorkoutUploaded
        {
            UserId = UserId,
            WorkoutId = WorkoutId,
            GarminWorkoutId = GarminWorkoutId!.Value,
            ScheduledOn = ScheduledOn?.ToString("yyyy-MM-dd"),
            JobId = jobId,
        },
        MessageIds.From(nameof(WorkoutUploaded), UserId, WorkoutId, GarminWorkoutId ?? 0, ContentHash ?? "", $"{ScheduledOn:yyyy-MM-dd}", Revision));

    /// <summary>Starts over: a new workout is about to be made. Calendar entries of the old one went with it.</summary>
    public void BeginAnew()
    {
        State = UploadedWorkoutState.Uploading;
        GarminWorkoutId = null;
        ContentHash = null;
        ScheduleId = null;
        ScheduledOn = null;
        RemovedAt = null;
    }

    /// <summary>It is gone at Garmin. Returns the event that says so.</summary>
    /// <param name="garminWorkoutId">The id that it had; null when it was not there.</param>
    /// <param name="jobId">The job that has taken it back.</param>
    /// <param name="now">UTC.</param>
    public IdentifiedEvent Remove(long? garminWorkoutId, Guid jobId, DateTimeOffset now)
    {
        BeginAnew();
        State = UploadedWorkoutState.Removed;
        RemovedAt = now;
        Revision++;
        return new IdentifiedEvent(
            new WorkoutRemoved { UserId = UserId, WorkoutId = WorkoutId, GarminWorkoutId = garminWorkoutId, JobId = jobId },
            MessageIds.From(nameof(WorkoutRemoved), UserId, WorkoutId, garminWorkoutId ?? 0, Revision));
    }

    public WorkoutStatus ToStatus() => new()
    {
        UserId = UserId,
        WorkoutId = WorkoutId,
        State = State switch
        {
            UploadedWorkoutState.Uploaded => WorkoutStates.Uploaded,
            UploadedWorkoutState.Removed => WorkoutStates.Removed,
            _ => WorkoutStates.Uploading,
        },
        GarminWorkoutId = GarminWorkoutId,
        ScheduledOn = ScheduledOn?.ToString("yyyy-MM-dd"),
        UploadedAt = UploadedAt,
        RemovedAt = RemovedAt,
    };

    public void Finish(string contentHash, DateTimeOffset now)
    {
        State = UploadedWorkoutState.Uploaded;
        ContentHash = contentHash;
        Revision++;
        UploadedAt = now;
    }
}
