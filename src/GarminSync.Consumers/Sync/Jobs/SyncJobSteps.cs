using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

using Job = BehaviorContext<SyncJob>;

/// <summary>The business acts of <see cref="SyncJobStateMachine"/>, in the order in which a job meets them.</summary>
internal static class SyncJobSteps
{
    public static bool HasTurn(Job context) => context.TryGetPayload<Turn>(out var turn) && turn.Ours;

    public static bool RejectsWaiting(BehaviorContext<SyncJob, StartSyncJob> context) => context.Message.RejectIfRunning;

    public static bool AllEnded(Job context) => context.Saga.AllEnded();

    public static EventActivityBinder<SyncJob, StartSyncJob> OpenJob(this EventActivityBinder<SyncJob, StartSyncJob> binder) => binder.Then(context =>
    {
        context.Saga.UserId = context.Message.UserId;
        context.Saga.Scope = context.Message.Scope;
        context.Saga.JobType = context.Message.Scope.JobType();
        context.Saga.RequestedAt = context.Now();
    });

    public static EventActivityBinder<SyncJob, T> TakeTurn<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.ThenAsync(async context =>
    {
        var ours = await context.Turn().TakeAsync(context.Saga, context.CancellationToken);
        context.AddOrUpdatePayload(() => new Turn(ours), _ => new Turn(ours));
    });

    /// <summary>Waits for its turn, which is given by a message; and looks for itself now and then, in case that one was lost.</summary>
    public static EventActivityBinder<SyncJob, T> WaitForTurn<T>(this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine)
        where T : class => binder.Then(context => context.Saga.WakeAt = context.Now() + context.Options().Lease).TransitionTo(machine.Queued);

    /// <summary>Goes on with the plan when there is one, else asks for it; but not before Garmin lets the account in.</summary>
    public static EventActivityBinder<SyncJob, T> Begin<T>(this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine)
        where T : class => binder.IfElseAsync(
            IsHeldUp,
            heldUp => heldUp.TransitionTo(machine.Paused),
            free => free.IfElse(
                context => context.Saga.PlannedAt is not null,
                planned => planned.GoOn(machine),
                unplanned => unplanned.AskForPlan().TransitionTo(machine.Planning)));

    /// <summary>Hands out what there is credit for, or completes the job when nothing is left.</summary>
    public static EventActivityBinder<SyncJob, T> GoOn<T>(this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine)
        where T : class => binder.IfElse(
            context => context.Saga.AllEnded(),
            done => done.Complete(machine),
            more => more.HandOut().TransitionTo(machine.Fetching).AnnounceProgress());

    public static EventActivityBinder<SyncJob, T> Complete<T>(this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine)
        where T : class => binder.Then(End).IfElse(
            context => context.Saga.Counts.Failed() > 0,
            errors => errors.Then(context => context.Saga.Reason = $"{context.Saga.Counts.Failed()} items failed; their reasons are in the job.")
                .TransitionTo(machine.CompletedWithErrors),
            clean => clean.TransitionTo(machine.Completed)).AnnounceCompleted().EndTurn();

    public static EventActivityBinder<SyncJob, WorkItemDone> Settle(this EventActivityBinder<SyncJob, WorkItemDone> binder) =>
        binder.ThenAsync(context => context.Items().SettleAsync(context.Saga, context.Message, context.CancellationToken));

    public static EventActivityBinder<SyncJob, WorkItemFailed> Settle(this EventActivityBinder<SyncJob, WorkItemFailed> binder) =>
        binder.ThenAsync(context => SettleAsync(context, context.Message));

    public static EventActivityBinder<SyncJob, WorkItemDeferred> Settle(this EventActivityBinder<SyncJob, WorkItemDeferred> binder) =>
        binder.ThenAsync(context => context.Items().SettleAsync(context.Saga, context.Message, context.CancellationToken));

    /// <summary>A consumer that threw has not said how the item ended; it is tried again like any failure.</summary>
    public static EventActivityBinder<SyncJob, Fault<T>> Settle<T>(this EventActivityBinder<SyncJob, Fault<T>> binder)
        where T : class, IWorkOrder =>
        binder.ThenAsync(context => SettleAsync(context, new WorkItemFailed
        {
            JobId = context.Saga.CorrelationId,
            ItemId = context.Message.Message.ItemId,
            Attempt = context.Message.Message.Attempt,
            Reason = "An unexpected error; the log of the consumers has it.",
            Retry = true,
            GarminRequests = 0,
        }));

    public static EventActivityBinder<SyncJob, T> Reclaim<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.ThenAsync(async context =>
    {
        foreach (var item in await context.Items().ReclaimAsync(context.Saga, context.CancellationToken))
        {
            switch (item.State)
            {
                case WorkItemState.InFlight:
                    await context.Publish(context.Kinds().Of(item).OrderFor(context.Saga, item), context.CancellationToken);
                    break;
                case WorkItemState.Failed:
                    await AnnounceGivenUpAsync(context, item);
                    break;
            }
        }
    });

    /// <summary>False while the pause goes on: a job is woken for other reasons too.</summary>
    public static async Task<bool> PauseIsOver(Job context) => context.Saga.PausedUntil is { } until
        ? until <= context.Now()
        : await context.Turn().TroubleAsync(context.Saga, context.CancellationToken) is not { Action: TroubleAction.WaitForLogin };

    public static EventActivityBinder<SyncJob, T> SleepOn<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.Then(context => context.Saga.SleepOn(context.Now()));

    public static EventActivityBinder<SyncJob, T> Resume<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.Then(context =>
    {
        context.Saga.PausedUntil = null;
        context.Saga.Reason = null;
    });

    public static EventActivityBinder<SyncJob, SyncPlanDeferred> Pause(this EventActivityBinder<SyncJob, SyncPlanDeferred> binder) => binder.ThenAsync(context =>
    {
        context.Saga.EndPlanning();
        context.Saga.GarminRequests += context.Message.GarminRequests;
        return PauseAsync(context, context.Message.Until, context.Message.Reason);
    });

    public static EventActivityBinder<SyncJob, WorkItemDeferred> Pause(this EventActivityBinder<SyncJob, WorkItemDeferred> binder) =>
        binder.ThenAsync(context => PauseAsync(context, context.Message.Until, context.Message.Reason));

    /// <summary>Garmin out of reach many times in a row is its outage and not the items': the job waits, longer each time.</summary>
    public static EventActivityBinder<SyncJob, WorkItemFailed> GoOnOrWaitOutOutage(this EventActivityBinder<SyncJob, WorkItemFailed> binder, SyncJobStateMachine machine) =>
        binder.IfElse(
            context => context.Message.IsOutage && !context.Saga.AllEnded() && context.Saga.FailuresInRow >= context.Options().FailuresInRowThatPause,
            outage => outage.Then(context => context.Saga.Pause(
                context.Now() + context.Options().BackOff(context.Saga.FailuresInRow - context.Options().FailuresInRowThatPause + 1),
                context.Now(),
                context.Message.Reason)).TransitionTo(machine.Paused),
            goOn => goOn.GoOn(machine));

    public static EventActivityBinder<SyncJob, RetryFailedItems> Reopen(this EventActivityBinder<SyncJob, RetryFailedItems> binder) => binder.ThenAsync(async context =>
    {
        context.Saga.FinishedAt = null;
        context.Saga.Reason = null;
        context.Saga.PlanFailures = 0;
        context.Saga.Losses = 0;
        context.Saga.FailuresInRow = 0;
        await context.Items().RetryAsync(context.Saga, context.CancellationToken);
    });

    /// <summary>Lets the next job of the account have its turn.</summary>
    public static EventActivityBinder<SyncJob, T> EndTurn<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.ThenAsync(async context =>
    {
        if (await context.Turn().EndAsync(context.Saga, context.CancellationToken) is { } next)
        {
            await context.Publish(new TurnGiven { JobId = next }, context.CancellationToken);
        }
    });

    private static EventActivityBinder<SyncJob, T> HandOut<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.ThenAsync(async context =>
    {
        foreach (var item in await context.Items().HandOutAsync(context.Saga, context.CancellationToken))
        {
            await context.Publish(context.Kinds().Of(item).OrderFor(context.Saga, item), context.CancellationToken);
        }
    });

    private static async Task SettleAsync(Job context, WorkItemFailed failed)
    {
        if (await context.Items().SettleAsync(context.Saga, failed, context.CancellationToken) is { } givenUp)
        {
            await AnnounceGivenUpAsync(context, givenUp);
        }
    }

    private static Task AnnounceGivenUpAsync(Job context, WorkItem item) =>
        context.Kinds().Of(item).FailureOf(context.Saga, item) is { } failure ? context.Publish(failure, context.CancellationToken) : Task.CompletedTask;

    private static async Task<bool> IsHeldUp(Job context)
    {
        if (await context.Turn().TroubleAsync(context.Saga, context.CancellationToken) is not { } trouble)
        {
            return false;
        }

        context.Saga.Pause(trouble.Until, context.Now(), trouble.Reason);
        return true;
    }

    // Somebody may have logged in between the refusal and this report of it; nothing would wake the job soon then.
    private static async Task PauseAsync(Job context, DateTimeOffset? until, string reason)
    {
        var trouble = await context.Turn().TroubleAsync(context.Saga, context.CancellationToken);
        context.Saga.Pause(until ?? (trouble is { Action: TroubleAction.WaitForLogin } ? null : context.Now()), context.Now(), reason);
    }

    /// <summary>Nothing is waited for any more.</summary>
    public static void End(Job context)
    {
        context.Saga.Reason = null;
        context.Saga.FinishedAt = context.Now();
        context.Saga.PausedUntil = null;
        context.Saga.WakeAt = null;
    }

    private sealed record Turn(bool Ours);
}
