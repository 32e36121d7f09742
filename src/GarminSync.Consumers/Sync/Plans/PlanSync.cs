namespace GarminSync.Consumers.Sync;

/// <summary>Work order: find out what the job has to fetch and write the work items.</summary>
public sealed record PlanSync
{
    public required Guid JobId { get; init; }

    public required string UserId { get; init; }

    public required SyncScope Scope { get; init; }

    /// <summary>True for the last try: a kind of data that still cannot be planned is left out, and the others are planned. Of older versions: false.</summary>
    public bool LeaveOutWhatFails { get; init; }
}
