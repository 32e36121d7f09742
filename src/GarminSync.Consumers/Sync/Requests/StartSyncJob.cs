namespace GarminSync.Consumers.Sync;

/// <summary>A request that <see cref="SyncRequestedConsumer"/> has checked. The saga makes the job, and answers the requester if there is one.</summary>
public sealed record StartSyncJob
{
    public required Guid JobId { get; init; }

    public required string UserId { get; init; }

    public required SyncScope Scope { get; init; }

    /// <summary>What the requester should know of how the request was taken, for a person; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>True: refuse, instead of waiting, when another job of the account is running.</summary>
    public bool RejectIfRunning { get; init; }
}
