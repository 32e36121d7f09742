namespace GarminSync.Consumers.Sync;

/// <summary>A checked sync request: makes the job. Answers the requester, if there is one, in the place of <see cref="SyncRequestedConsumer"/>.</summary>
public sealed record StartSyncJob
{
    public required Guid JobId { get; init; }

    public required string UserId { get; init; }

    public required SyncScope Scope { get; init; }

    /// <summary>True: refuse rather than wait for a job of the account that runs.</summary>
    public bool RejectIfRunning { get; init; }
}
