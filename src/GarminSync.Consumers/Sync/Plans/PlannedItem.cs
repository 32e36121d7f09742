namespace GarminSync.Consumers.Sync;

/// <summary>An item of a <see cref="SyncPlan"/>; see <see cref="WorkItem"/> for the fields.</summary>
internal sealed record PlannedItem(string Key, long Rank, string Order);
