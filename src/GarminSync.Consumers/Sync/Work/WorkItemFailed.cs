namespace GarminSync.Consumers.Sync;

/// <summary>A work item failed.</summary>
public sealed record WorkItemFailed
{
    public required Guid JobId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Which try this was; what an overtaken one says does not count.</summary>
    public required int Attempt { get; init; }

    /// <summary>For a person.</summary>
    public required string Reason { get; init; }

    /// <summary>False: trying again would give the same.</summary>
    public required bool Retry { get; init; }

    /// <summary>Garmin is to blame, not the item: many of these in a row mean that it is out of reach.</summary>
    public bool IsOutage { get; init; }

    public required int GarminRequests { get; init; }
}
