using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>One sync of one account: the instance of <see cref="SyncJobStateMachine"/>. Kept after its end, for those who ask how it went.</summary>
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

    /// <summary>When the plan was made; null: it has to be made (again).</summary>
    public DateTimeOffset? PlannedAt { get; set; }

    /// <summary>True when the plan read Garmin's list of activities to its end.</summary>
    public bool ListedAllActivities { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public SyncCounts Counts { get; set; } = SyncCounts.None;

    /// <summary>Items handed out and not yet ended; at most <c>Garmin:ConcurrencyPerAccount</c>.</summary>
    public int InFlight { get; set; }

    public int GarminRequests { get; set; }

    /// <summary>0.0 to 1.0; never falls.</summary>
    public double Progress { get; set; }

    /// <summary>When <see cref="SyncProgressed"/> was last published.</summary>
    public DateTimeOffset? AnnouncedAt { get; set; }

    /// <summary>Null while paused: until somebody logs in.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    public string? Reason { get; set; }

    /// <summary>How often Garmin was out of reach since something last went well.</summary>
    public int FailuresInRow { get; set; }

    /// <summary>How often planning was tried in vain.</summary>
    public int PlanFailures { get; set; }

    /// <summary>Of the plan: when it is taken for lost and asked for again. Null while none is asked for.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Of the plan: the message whose planner has begun with it; null while that is on its way.</summary>
    public Guid? StartedBy { get; set; }

    /// <summary>Of the plan: the process of that planner.</summary>
    public Guid? Worker { get; set; }

    /// <summary>Of the plan: how often that process was lost.</summary>
    public int Losses { get; set; }

    /// <summary>When <see cref="Dispatcher"/> sends <see cref="WorkDue"/>: a lease runs out, a back-off or a pause ends. Null: nothing to wait for.</summary>
    public DateTimeOffset? WakeAt { get; set; }

    /// <summary>True when nobody works for the job any more: after it was cancelled, the next job of the account waits for that.</summary>
    public bool IsIdle() => InFlight == 0 && StartedBy is null;

    /// <summary>True when every planned item has ended.</summary>
    public bool AllEnded() => PlannedAt is not null && Counts.Ended() >= Counts.Planned();

    /// <summary>Takes a change of the counts into <see cref="Progress"/>.</summary>
    public void Count(string kind, int planned = 0, int done = 0, int unchanged = 0, int failed = 0)
    {
        Counts = Counts.Add(kind, planned, done, unchanged, failed);
        var total = Counts.Planned();
        if (total > 0)
        {
            Progress = Math.Max(Progress, Math.Round((double)Counts.Ended() / total, 4));
        }
    }

    /// <summary>Hands out nothing before <paramref name="until"/>; null: before a person has logged in.</summary>
    public void Pause(DateTimeOffset? until, DateTimeOffset now, string reason)
    {
        // Two items may be refused with different times; the later one holds.
        PausedUntil = PausedUntil > until ? PausedUntil : until;
        Reason = reason;
        SleepOn(now);
    }

    /// <summary>Looks again when the pause is over; while a person has to log in now and then, in case that the word of it was lost.</summary>
    public void SleepOn(DateTimeOffset now)
    {
        var until = PausedUntil ?? now + LookForLogin;
        WakeAt = until < now ? now : until;
    }

    /// <summary>Nobody makes a plan.</summary>
    public void EndPlanning()
    {
        LeaseUntil = null;
        StartedBy = null;
        Worker = null;
    }

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
