using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>One sync of one account: the instance of <see cref="SyncJobStateMachine"/>. Kept after it has ended, so that its result can be asked for.</summary>
internal sealed class SyncJob : SagaStateMachineInstance, ILeased
{
    private static readonly TimeSpan LookForLogin = TimeSpan.FromHours(1);

    /// <summary>The job id.</summary>
    public Guid CorrelationId { get; set; }

    /// <summary>Name of a state of <see cref="SyncJobStateMachine"/>.</summary>
    public string CurrentState { get; set; } = "";

    public string UserId { get; set; } = "";

    /// <summary>One of <see cref="SyncKinds"/>.</summary>
    public string JobType { get; set; } = "";

    public SyncScope Scope { get; set; } = null!;

    public DateTimeOffset RequestedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the plan was made; null while there is none.</summary>
    public DateTimeOffset? PlannedAt { get; set; }

    /// <summary>True when the plan read Garmin's list of activities to its end.</summary>
    public bool ListedAllActivities { get; set; }

    /// <summary>What the plan left open, and why, for a person; null for nothing.</summary>
    public string? LeftOpen { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public SyncCounts Counts { get; set; } = SyncCounts.None;

    /// <summary>Items handed out and not yet ended; at most <c>Garmin:ConcurrencyPerAccount</c>.</summary>
    public int InFlight { get; set; }

    public int GarminRequests { get; set; }

    /// <summary>0.0 to 1.0; never falls.</summary>
    public double Progress { get; set; }

    /// <summary>How fast items end; tells when the job will.</summary>
    public SyncPace Pace { get; set; } = SyncPace.Unknown;

    /// <summary>When <see cref="SyncProgressed"/> was last published.</summary>
    public DateTimeOffset? AnnouncedAt { get; set; }

    /// <summary>The end of the pause; null while paused: until somebody logs in.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    public string? Reason { get; set; }

    /// <summary>How many tries in a row met an outage; 0 as soon as something is answered.</summary>
    public int FailuresInRow { get; set; }

    /// <summary>How often planning failed.</summary>
    public int PlanFailures { get; set; }

    /// <summary>Of the plan: when its order counts as lost and is sent again. Null while no plan is being made.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Of the plan: the message whose consumer has started on it; null until one has.</summary>
    public Guid? StartedBy { get; set; }

    /// <summary>Of the plan: the process of that consumer.</summary>
    public Guid? Worker { get; set; }

    /// <summary>Of the plan: how often that process was lost.</summary>
    public int Losses { get; set; }

    /// <summary>When <see cref="Dispatcher"/> sends the next <see cref="WorkDue"/>, because a lease, a back-off or a pause ends. Null: no need to.</summary>
    public DateTimeOffset? WakeAt { get; set; }

    /// <summary>The trace of the request that made the job, or had it tried again, as W3C's <c>traceparent</c>; null without telemetry.</summary>
    public string? TraceParent { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? TracedAt { get; set; }

    /// <summary>True when no consumer works for the job. The next job of the account starts only when a cancelled one is idle.</summary>
    public bool IsIdle() => InFlight == 0 && StartedBy is null;

    /// <summary>True when every planned item has ended.</summary>
    public bool AllEnded() => PlannedAt is not null && Counts.Ended() >= Counts.Planned();

    /// <summary>Changes the counts, and <see cref="Progress"/> with them.</summary>
    public void Count(string kind, int planned = 0, int done = 0, int unchanged = 0, int failed = 0)
    {
        Counts = Counts.Add(kind, planned, done, unchanged, failed);
        var total = Counts.Planned();
        if (total > 0)
        {
            Progress = Math.Max(Progress, Math.Round((double)Counts.Ended() / total, 4));
        }
    }

    /// <summary>Hands out no work until then; null: until a person has logged in.</summary>
    public void Pause(DateTimeOffset? until, DateTimeOffset now, string reason)
    {
        // Two refused items may name different times: the later one counts.
        PausedUntil = PausedUntil > until ? PausedUntil : until;
        Pace = Pace.Pause();
        Reason = reason;
        SleepOn(now);
    }

    /// <summary>Waits out an outage, longer each time. Further reports of the same pause do not prolong it.</summary>
    /// <param name="least">When whoever met the outage would look again; null: does not say.</param>
    public void WaitOutOutage(DateTimeOffset? least, DateTimeOffset now, string reason, SyncOptions options)
    {
        if (FailuresInRow > 0 && PausedUntil > now)
        {
            return;
        }

        var until = now + options.OutagePause(++FailuresInRow);
        Pause(least > until ? least : until, now, reason);
    }

    /// <summary>Wakes when the pause is over. While waiting for a login: every hour, in case the event was lost.</summary>
    public void SleepOn(DateTimeOffset now)
    {
        var until = PausedUntil ?? now + LookForLogin;
        WakeAt = until < now ? now : until;
    }

    /// <summary>No consumer works on the plan any more.</summary>
    public void EndPlanning()
    {
        LeaseUntil = null;
        StartedBy = null;
        Worker = null;
    }

    /// <summary>When the job will have ended, at the pace of late, in UTC; null when that is not known: before the plan, while a person has to log in, and before enough has ended.</summary>
    public DateTimeOffset? EstimatedEnd(DateTimeOffset now) => CurrentState switch
    {
        nameof(SyncJobStateMachine.Fetching) => Pace.EndOf(Counts.Planned() - Counts.Ended(), now, pausedUntil: null),
        nameof(SyncJobStateMachine.Paused) when PlannedAt is not null && PausedUntil is { } until => Pace.EndOf(Counts.Planned() - Counts.Ended(), now, until),
        _ => null,
    };

    public SyncJobStatus ToStatus(IReadOnlyList<SyncItemFailure>? failures = null) => new()
    {
        JobId = CorrelationId,
        UserId = UserId,
        JobType = JobType,
        State = SyncJobStateNames.ToContract(CurrentState),
        Progress = Progress,
        RequestedAt = RequestedAt,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        PausedUntil = PausedUntil,
        Reason = Reason,
        GarminRequests = GarminRequests,
        Counts = Counts.ByKind,
        Failures = failures ?? [],
    };
}
