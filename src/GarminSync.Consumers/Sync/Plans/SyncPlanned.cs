namespace GarminSync.Consumers.Sync;

/// <summary>The work items of a job are in the state store.</summary>
public sealed record SyncPlanned
{
    public required Guid JobId { get; init; }

    /// <summary>Planned and unchanged items per kind.</summary>
    public required SyncCounts Counts { get; init; }

    public required bool ListedAllActivities { get; init; }

    /// <summary>What the plan leaves open, and why, for a person; null for nothing.</summary>
    public string? LeftOpen { get; init; }

    public required int GarminRequests { get; init; }
}
