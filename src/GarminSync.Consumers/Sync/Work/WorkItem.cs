namespace GarminSync.Consumers.Sync;

/// <summary>One thing that a job has to fetch or upload: an activity, a metric over a range of days, a workout.</summary>
internal sealed class WorkItem : ILeased
{
    public Guid Id { get; set; }

    public Guid JobId { get; set; }

    /// <summary>One of <see cref="Contracts.SyncKinds"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Which one, unique within job and kind: Garmin's activity id, metric and range, workout id.</summary>
    public string Key { get; set; } = "";

    /// <summary>
    /// The work order as JSON, made by the planner and read by the consumer of the kind. Emptied when the item is done or cancelled, or its account is unlinked:
    /// what is in it is the athlete's.
    /// </summary>
    public string Order { get; set; } = "";

    public WorkItemState State { get; set; }

    /// <summary>Lowest first: what is new goes before what is old.</summary>
    public long Rank { get; set; }

    /// <summary>How often it was handed out; the number of the current try.</summary>
    public int Attempts { get; set; }

    /// <summary>How many tries have failed.</summary>
    public int Failures { get; set; }

    /// <inheritdoc/>
    public int Losses { get; set; }

    /// <inheritdoc/>
    public Guid? StartedBy { get; set; }

    /// <inheritdoc/>
    public Guid? Worker { get; set; }

    /// <summary>Not handed out before this time (back-off).</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>How many requests to Garmin it took, of an item that is <see cref="WorkItemState.Finished"/>: its job has not counted them yet.</summary>
    public int GarminRequests { get; set; }

    /// <summary>The part of its job's trace that it was planned in, as W3C's <c>traceparent</c>; null without telemetry.</summary>
    public string? TraceParent { get; set; }

    /// <summary>Why it failed last; for a person.</summary>
    public string? Reason { get; set; }
}
