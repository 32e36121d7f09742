namespace GarminSync.Consumers.Sync;

/// <summary>A job cannot be planned.</summary>
public sealed record SyncPlanFailed
{
    public required Guid JobId { get; init; }

    public required string Reason { get; init; }

    /// <summary>False: trying again would give the same.</summary>
    public required bool Retry { get; init; }

    public required int GarminRequests { get; init; }
}
