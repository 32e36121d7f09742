namespace GarminSync.Consumers.Sync;

/// <summary>A job cannot be planned yet: its account has to wait.</summary>
public sealed record SyncPlanDeferred
{
    public required Guid JobId { get; init; }

    /// <summary>Null: until a person logs in.</summary>
    public required DateTimeOffset? Until { get; init; }

    public required string Reason { get; init; }

    public required int GarminRequests { get; init; }
}
