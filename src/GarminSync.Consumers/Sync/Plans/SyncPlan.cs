using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>What a job has to do for one kind of data.</summary>
/// <param name="Items">To be fetched or uploaded.</param>
/// <param name="Unchanged">How many were found that need nothing.</param>
/// <param name="Complete">Whether everything that Garmin has was looked at.</param>
/// <param name="Gone">What is no longer there.</param>
internal sealed record SyncPlan(IReadOnlyList<PlannedItem> Items, int Unchanged, bool Complete, IReadOnlyList<ActivityDeleted> Gone);
