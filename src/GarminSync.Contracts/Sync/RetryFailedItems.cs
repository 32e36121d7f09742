namespace GarminSync.Contracts;

/// <summary>Asks that the failed items of an ended job be tried again. Answer: <see cref="SyncJobStatus"/> or <see cref="SyncJobNotFound"/>.</summary>
/// <remarks>Gateway → saga.</remarks>
public sealed record RetryFailedItems
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }

    /// <summary>Only these, named as in <see cref="SyncItemFailure.Item"/>; absent: all that failed.</summary>
    public IReadOnlyList<string>? Items { get; init; }
}
