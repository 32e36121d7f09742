using GarminConnect.Client;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// A kind of data that jobs can synchronise: everything that <c>Sync</c> needs to know about it. Added with
/// <see cref="SyncRegistration.AddSyncKind{TKind, TOrder, TConsumer, TDefinition}"/>.
/// </summary>
internal interface ISyncKind
{
    /// <summary>The name of the kind in requests, jobs and work items; one of <see cref="SyncKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Whether Garmin is asked for each day, whether or not it has anything: then a start long ago costs requests, and has a floor (<see cref="DayFloor"/>).</summary>
    bool AsksByDay => false;

    /// <summary>Whether a request that does not name the kind means it all the same.</summary>
    KindInclusion InclusionIn(SyncRequested request);

    /// <summary>Checks the fields of a request that belong to this kind, without asking anybody.</summary>
    /// <param name="request">Anybody may have written it.</param>
    /// <param name="wanted">Whether the request asks for this kind.</param>
    /// <param name="problems">Takes what is wrong, in words for a person.</param>
    void Check(SyncRequested request, bool wanted, ICollection<string> problems);

    /// <summary>Checks whether what was asked for exists, before a job is made of it. Called for jobs of this kind only.</summary>
    /// <returns>Why not; null when the job may be made.</returns>
    Task<SyncRefused?> CheckAsync(string userId, SyncScope scope, CancellationToken cancellationToken);

    /// <summary>The first day (UTC) of which the account is known to have data of this kind; null when the kind does not know.</summary>
    Task<DateOnly?> FirstDayAsync(string userId, CancellationToken cancellationToken) => Task.FromResult<DateOnly?>(null);

    /// <summary>Finds out what a job has to do. What it changes in the state store is saved with the plan.</summary>
    Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken);

    /// <summary>The <see cref="IWorkOrder"/> for one try of an item.</summary>
    object OrderFor(SyncJob job, WorkItem item);

    /// <summary>Notes that an item was given up, where the kind keeps such notes. Saved with the job.</summary>
    Task GiveUpAsync(SyncJob job, WorkItem item, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The event that says that an item was given up; null when the job's own events are enough.</summary>
    object? FailureOf(SyncJob job, WorkItem item);
}
