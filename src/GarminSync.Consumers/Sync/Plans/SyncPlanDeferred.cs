namespace GarminSync.Consumers.Sync;

/// <summary>A job cannot be planned yet: its account, or everybody, has to wait.</summary>
public sealed record SyncPlanDeferred
{
    public required Guid JobId { get; init; }

    /// <summary>Null: until a person logs in.</summary>
    public required DateTimeOffset? Until { get; init; }

    public required string Reason { get; init; }

    /// <summary>
    /// True when something answers nobody at the moment: the job waits longer each time, and <see cref="Until"/> is the least. Of older versions: false.
    /// </summary>
    public bool IsOutage { get; init; }

    public required int GarminRequests { get; init; }
}
