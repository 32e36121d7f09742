namespace GarminSync.Contracts;

/// <summary>A job as it stands.</summary>
public sealed record SyncJobStatus
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }

    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>One of <see cref="SyncKinds"/>.</summary>
    public required string JobType { get; init; }

    /// <summary>One of <see cref="SyncJobStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Share of the work that has ended, 0.0 to 1.0; never falls.</summary>
    public required double Progress { get; init; }

    /// <summary>UTC time at which the job was accepted.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>UTC time at which planning began; absent while queued.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>UTC time at which the job ended; absent before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>UTC time at which a paused job goes on; absent when it is not paused, or waits for a person to log in.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why the job is paused, failed or has errors, for a person; absent otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>HTTP requests made to Garmin for this job so far.</summary>
    public required int GarminRequests { get; init; }

    /// <summary>One entry for each kind in the job.</summary>
    public required IReadOnlyList<SyncKindCounts> Counts { get; init; }

    /// <summary>The failed items, at most 100 of them; empty in lists.</summary>
    public required IReadOnlyList<SyncItemFailure> Failures { get; init; }

    /// <summary>
    /// UTC time at which the job will have ended at the pace of late, pauses included; only in the answers to <see cref="GetSyncJob"/> and <see cref="GetSyncStatus"/>. Absent when
    /// that is not known: before the plan is made, before some items have ended, while a person has to log in, and after the end.
    /// </summary>
    public DateTimeOffset? EstimatedEndAt { get; init; }

    /// <summary>UTC time of the account's next scheduled sync; only in the answer to <see cref="GetSyncStatus"/>, and absent when none is scheduled.</summary>
    public DateTimeOffset? NextSyncAt { get; init; }
}
