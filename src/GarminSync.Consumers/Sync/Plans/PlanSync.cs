namespace GarminSync.Consumers.Sync;

/// <summary>Work order: find out what the job has to fetch and write the work items.</summary>
public sealed record PlanSync
{
    public required Guid JobId { get; init; }

    public required string UserId { get; init; }

    public required SyncScope Scope { get; init; }
}
