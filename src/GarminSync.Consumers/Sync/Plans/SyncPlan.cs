namespace GarminSync.Consumers.Sync;

/// <summary>What a job has to do for one kind of data.</summary>
/// <param name="Items">To be fetched or uploaded.</param>
/// <param name="Unchanged">How many were found that need nothing.</param>
internal sealed record SyncPlan(IReadOnlyList<PlannedItem> Items, int Unchanged)
{
    /// <summary>What the planning itself found out. Published when the whole job could be planned.</summary>
    public IReadOnlyList<IdentifiedEvent> Events { get; init; } = [];

    /// <summary>What was asked for and cannot be fetched now, and why, for a person: the job does not end as completed then. Null for nothing.</summary>
    public string? LeftOpen { get; init; }

    /// <summary>Whether Garmin's list of activities was read to its end; kept with the job as <see cref="SyncJob.ListedAllActivities"/>.</summary>
    public bool ListedAllActivities { get; init; }
}
