using GarminConnect.Client;

namespace GarminSync.Consumers.Sync;

/// <summary>Finds out what a job has to do for one kind of data. One implementation for each kind.</summary>
internal interface ISyncKind
{
    /// <summary>One of <see cref="Contracts.SyncKinds"/>.</summary>
    string Kind { get; }

    Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken);
}
