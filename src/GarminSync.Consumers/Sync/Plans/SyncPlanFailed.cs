namespace GarminSync.Consumers.Sync;

/// <summary>A job cannot be planned.</summary>
public sealed record SyncPlanFailed
{
    public required Guid JobId { get; init; }

    public required string Reason { get; init; }

    /// <summary>False: another try would fail in the same way.</summary>
    public required bool Retry { get; init; }

    public required int GarminRequests { get; init; }
}
