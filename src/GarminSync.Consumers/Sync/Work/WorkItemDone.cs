namespace GarminSync.Consumers.Sync;

/// <summary>A work item is done.</summary>
public sealed record WorkItemDone
{
    public required Guid JobId { get; init; }

    public required Guid ItemId { get; init; }

    public required int GarminRequests { get; init; }
}
