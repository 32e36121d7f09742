namespace GarminSync.Contracts;

/// <summary>A job ended, with or without failed items.</summary>
/// <remarks>Saga → all.</remarks>
public sealed record SyncCompleted
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }

    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>One of <see cref="SyncKinds"/>.</summary>
    public required string JobType { get; init; }

    /// <summary><see cref="SyncJobStates.Completed"/> or <see cref="SyncJobStates.CompletedWithErrors"/>.</summary>
    public required string State { get; init; }

    /// <summary>One entry for each kind in the job.</summary>
    public required IReadOnlyList<SyncKindCounts> Counts { get; init; }

    /// <summary>HTTP requests made to Garmin for this job.</summary>
    public required int GarminRequests { get; init; }

    /// <summary>From the start of planning to the end, in seconds, pauses included.</summary>
    public required double DurationSeconds { get; init; }
}
