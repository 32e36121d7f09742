namespace GarminSync.Consumers.Sync;

/// <summary>A work item failed.</summary>
public sealed record WorkItemFailed
{
    public required Guid JobId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Which try this was. Reports of an earlier try are ignored.</summary>
    public required int Attempt { get; init; }

    /// <summary>For a person.</summary>
    public required string Reason { get; init; }

    /// <summary>False: another try would fail in the same way.</summary>
    public required bool Retry { get; init; }

    /// <summary>True when Garmin was out of reach: no fault of the item, and not counted as one. Only older versions set it; now it is a <see cref="WorkItemDeferred"/>.</summary>
    public bool IsOutage { get; init; }

    public required int GarminRequests { get; init; }
}
