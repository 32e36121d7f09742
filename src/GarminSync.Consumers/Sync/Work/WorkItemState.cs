namespace GarminSync.Consumers.Sync;

/// <summary>Where a work item stands. Stored by name.</summary>
internal enum WorkItemState
{
    /// <summary>Waits until it is due and the account has credit.</summary>
    Planned,

    /// <summary>Handed out, under a lease.</summary>
    InFlight,

    Done,

    /// <summary>Done by a worker that went on with the next item at once. The job has not counted it yet, and makes it <see cref="Done"/> when it does.</summary>
    Finished,

    /// <summary>Given up; <see cref="WorkItem.Reason"/> says why. Can be retried by hand.</summary>
    Failed,

    Cancelled,
}
