using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

using State = MassTransit.State;

/// <summary>The life of a sync job: it waits for its turn, plans, hands out work items on credit, counts the results, and says how it ended.</summary>
internal sealed class SyncJobStateMachine : MassTransitStateMachine<SyncJob>
{
    public State Queued { get; } = null!;
    public State Planning { get; } = null!;
    public State Fetching { get; } = null!;
    public State Paused { get; } = null!;
    public State Completed { get; } = null!;
    public State CompletedWithErrors { get; } = null!;
    public State Failed { get; } = null!;
    public State Cancelled { get; } = null!;

    public Event<StartSyncJob> Requested { get; } = null!;
    public Event<TurnGiven> TurnGiven { get; } = null!;
    public Event<SyncPlanned> Planned { get; } = null!;
    public Event<SyncPlanFailed> PlanFailed { get; } = null!;
    public Event<SyncPlanDeferred> PlanDeferred { get; } = null!;
    public Event<Fault<PlanSync>> PlanFaulted { get; } = null!;
    public Event<WorkItemDone> ItemDone { get; } = null!;
    public Event<WorkItemFailed> ItemFailed { get; } = null!;
    public Event<WorkItemDeferred> ItemDeferred { get; } = null!;
    public Event<WorkDue> WorkDue { get; } = null!;
    public Event<CancelSync> CancelRequested { get; } = null!;
    public Event<RetryFailedItems> RetryRequested { get; } = null!;
    public Event<GarminAccountLinked> PersonLoggedIn { get; } = null!;

    public SyncJobStateMachine(IEnumerable<ISyncKindRegistration> kinds)
    {
        InstanceState(job => job.CurrentState);

        Event(() => Requested, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => TurnGiven, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => Planned, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => PlanFailed, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => PlanDeferred, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => PlanFaulted, e => e.CorrelateById(c => c.Message.Message.JobId));
        Event(() => ItemDone, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => ItemFailed, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => ItemDeferred, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => WorkDue, e => e.CorrelateById(c => c.Message.JobId));
        Event(() => PersonLoggedIn, e => e.CorrelateBy((job, c) => job.UserId == c.Message.UserId && job.CurrentState == nameof(Paused))
            .OnMissingInstance(m => m.Discard()));
        Event(() => CancelRequested, e => e.CorrelateById(c => c.Message.JobId).OnMissingInstance(m => m.ExecuteAsync(SyncJobAnnouncements.AnswerNotFound)));
        Event(() => RetryRequested, e => e.CorrelateById(c => c.Message.JobId).OnMissingInstance(m => m.ExecuteAsync(SyncJobAnnouncements.AnswerNotFound)));

        Initially(
            When(Requested).OpenJob().IfElseAsync(
                SyncJobSteps.UserIsErased,
                gone => gone.AnswerBeingErased().Finalize(),
                there => there.TakeTurn().IfElse(
                    SyncJobSteps.HasTurn,
                    ours => ours.Begin(this).AnswerAccepted(),
                    taken => taken.IfElse(
                        SyncJobSteps.RejectsWaiting,
                        reject => reject.AnswerAlreadyRunning().Finalize(),
                        wait => wait.WaitForTurn(this).AnswerAccepted()))));

        During(Queued,
            When(TurnGiven).TakeTurn().IfElse(SyncJobSteps.HasTurn, ours => ours.Begin(this), taken => taken.WaitForTurn(this)),
            When(WorkDue).TakeTurn().IfElse(SyncJobSteps.HasTurn, ours => ours.Begin(this), taken => taken.WaitForTurn(this)),
            When(CancelRequested).Cancel().TransitionTo(Cancelled).AnnounceCancelled().AnswerStatus(),
            When(RetryRequested).AnswerStatus());

        During(Planning,
            When(Planned).IfAsync(SyncJobPlanSteps.PlanStands, stands => stands.TakePlan().GoOn(this)),
            When(PlanFailed).GiveUpOrPlanAgain(this),
            When(PlanFaulted).GiveUpOrPlanAgain(this),
            When(PlanDeferred).Pause().TransitionTo(Paused).AnnounceState(),
            When(WorkDue).LookAfterPlan(this));

        During(Fetching,
            When(ItemDone).Settle().GoOn(this),
            When(ItemFailed).Settle().GoOnOrWaitOutOutage(this),
            When(ItemDeferred).Settle().Pause().TransitionTo(Paused).AnnounceState(),
            When(WorkDue).Reclaim().GoOn(this));

        During(Paused,
            When(Planned).IfAsync(SyncJobPlanSteps.PlanStands, stands => stands.TakePlan().If(SyncJobSteps.AllEnded, done => done.Complete(this))),
            When(ItemDone).Settle().If(SyncJobSteps.AllEnded, done => done.Complete(this)),
            When(ItemFailed).Settle().If(SyncJobSteps.AllEnded, done => done.Complete(this)),
            When(ItemDeferred).Settle().Pause(),
            When(WorkDue).IfElseAsync(SyncJobSteps.PauseIsOver, over => over.Resume().Reclaim().Begin(this), early => early.SleepOn()),
            When(PersonLoggedIn).Resume().Reclaim().Begin(this));

        During([Planning, Fetching, Paused],
            Ignore(TurnGiven),
            When(CancelRequested).Cancel().TransitionTo(Cancelled).AnnounceCancelled().AnswerStatus().EndTurnWhenIdle(),
            When(RetryRequested).AnswerStatus());

        During([CompletedWithErrors, Failed],
            When(RetryRequested).Reopen().TakeTurn().IfElse(
                SyncJobSteps.HasTurn,
                ours => ours.Begin(this),
                taken => taken.WaitForTurn(this)).AnswerStatus());

        During([Completed, Cancelled],
            When(RetryRequested).AnswerStatus());

        // A job that has ended passes the turn on.
        During([Completed, CompletedWithErrors, Failed, Cancelled],
            When(TurnGiven).EndTurnWhenIdle(),
            When(CancelRequested).AnswerStatus());

        // The next job waits for work that was under way when this one was cancelled.
        During(Cancelled,
            When(ItemDone).SettleLast(done => done.ItemId, _ => null),
            When(ItemFailed).SettleLast(failed => failed.ItemId, failed => failed.Attempt),
            When(ItemDeferred).SettleLast(deferred => deferred.ItemId, deferred => deferred.Attempt),
            When(Planned).DropPlan(),
            When(PlanFailed).DropPlan(),
            When(PlanDeferred).DropPlan(),
            When(PlanFaulted).DropPlan(),
            When(WorkDue).GiveUpLast());

        // Late and duplicate messages change nothing.
        During([Queued, Planning, Fetching, Paused, Completed, CompletedWithErrors, Failed, Cancelled],
            When(Requested).AnswerAccepted());
        During([Queued, Planning, Completed, CompletedWithErrors, Failed],
            Ignore(ItemDone), Ignore(ItemFailed), Ignore(ItemDeferred));
        During([Queued, Fetching, Completed, CompletedWithErrors, Failed],
            Ignore(Planned), Ignore(PlanFailed), Ignore(PlanDeferred), Ignore(PlanFaulted));
        During([Completed, CompletedWithErrors, Failed],
            Ignore(WorkDue));
        During([Queued, Planning, Fetching, Completed, CompletedWithErrors, Failed, Cancelled],
            Ignore(PersonLoggedIn));
        During(Paused,
            Ignore(PlanFailed), Ignore(PlanDeferred), Ignore(PlanFaulted));

        foreach (var kind in kinds)
        {
            kind.AddFaults(this);
        }

        SetCompletedWhenFinalized();
    }

    /// <summary>
    /// A consumer of these orders that threw has not said how the item ended. One event for each type of order, and not one for <see cref="IWorkOrder"/>, because
    /// each has its exchange on the broker already, and faults on their way name only their own order.
    /// </summary>
    internal void AddFaultsOf<TOrder>()
        where TOrder : class, IWorkOrder
    {
        var faulted = Event<Fault<TOrder>>($"{typeof(TOrder).Name}Faulted", e => e.CorrelateById(c => c.Message.Message.JobId));

        During(Fetching, When(faulted).Settle().GoOn(this));
        During(Paused, When(faulted).Settle().If(SyncJobSteps.AllEnded, done => done.Complete(this)));
        During(Cancelled, When(faulted).SettleLast(fault => fault.Message.ItemId, fault => fault.Message.Attempt));
        During([Queued, Planning, Completed, CompletedWithErrors, Failed], Ignore(faulted));
    }
}
