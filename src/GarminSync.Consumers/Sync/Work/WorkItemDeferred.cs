namespace GarminSync.Consumers.Sync;

/// <summary>A work item could not be tried, because its whole account, or everybody, has to wait.</summary>
public sealed record WorkItemDeferred
{
    public required Guid JobId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Which try this was. Reports of an earlier try are ignored.</summary>
    public required int Attempt { get; init; }

    /// <summary>Null: until a person logs in.</summary>
    public required DateTimeOffset? Until { get; init; }

    /// <summary>For a person.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// True when something answers nobody at the moment: the job waits longer each time, and <see cref="Until"/> is the least. Of older versions: false.
    /// </summary>
    public bool IsOutage { get; init; }

    public required int GarminRequests { get; init; }
}
