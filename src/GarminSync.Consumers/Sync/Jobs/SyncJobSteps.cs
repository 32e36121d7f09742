using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

using Job = BehaviorContext<SyncJob>;

/// <summary>The steps of <see cref="SyncJobStateMachine"/>, in the order of a job's life.</summary>
internal static class SyncJobSteps
{
    public static bool HasTurn(Job context) => context.TryGetPayload<Turn>(out var turn) && turn.Ours;

    /// <summary>True when the user was erased after the request was taken: there must be no job of his.</summary>
    public static Task<bool> UserIsErased(Job context) => context.Erasures().IsErasedAsync(context.Saga.UserId, context.CancellationToken);

    public static bool RejectsWaiting(BehaviorContext<SyncJob, StartSyncJob> context) => context.Message.RejectIfRunning;

    public static bool AllEnded(Job context) => context.Saga.AllEnded();

    public static EventActivityBinder<SyncJob, StartSyncJob> OpenJob(this EventActivityBinder<SyncJob, StartSyncJob> binder) => binder.Then(context =>
    {
        context.Saga.UserId = context.Message.UserId;
        context.Saga.Scope = context.Message.Scope;
        context.Saga.JobType = context.Message.Scope.JobType();
        context.Saga.RequestedAt = context.Now();
        context.Saga.BeginTrace(context.Now());
    });

    public static EventActivityBinder<SyncJob, T> TakeTurn<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.ThenAsync(async context =>
    {
        var ours = await context.Turn().TakeAsync(context.Saga, context.CancellationToken);
        context.AddOrUpdatePayload(() => new Turn(ours), _ => new Turn(ours));
    });

    /// <summary>Waits for the message that gives the job its turn, and checks by itself now and then, in case the message was lost.</summary>
    public static EventActivityBinder<SyncJob, T> WaitForTurn<T>(this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine)
        where T : class => binder.Then(context => context.Saga.WakeAt = context.Now() + context.Options().Lease).TransitionTo(machine.Queued);

    /// <summary>Continues with the plan, or asks for one. Pauses instead while Garmin does not let the account in.</summary>
    public static EventActivityBinder<SyncJob, T> Begin<T>(this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine)
        where T : class => binder.IfElseAsync(
            IsHeldUp,
            heldUp => heldUp.TransitionTo(machine.Paused).AnnounceState(),
            free => free.IfElse(
                context => context.Saga.PlannedAt is not null,
                planned => planned.GoOn(machine),
                unplanned => unplanned.AskForPlan().TransitionTo(machine.Planning)));

    /// <summary>Hands out as many items as the account has credit for, or completes the job when all have ended.</summary>
    public static EventActivityBinder<SyncJob, T> GoOn<T>(this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine)
        where T : class => binder.IfElse(
            context => context.Saga.AllEnded(),
            done => done.Complete(machine),
            more => more.HandOut().TransitionTo(machine.Fetching).AnnounceProgress());

    public static EventActivityBinder<SyncJob, T> Complete<T>(this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine)
        where T : class => binder.Then(End).IfElse(
            context => context.Saga.Counts.Failed() > 0 || context.Saga.LeftOpen is not null,
            errors => errors.Then(context => context.Saga.Reason = WhatIsMissing(context.Saga))
                .TransitionTo(machine.CompletedWithErrors),
            clean => clean.TransitionTo(machine.Completed)).AnnounceCompleted().EndTurn();

    private static string WhatIsMissing(SyncJob job)
    {
        var failed = job.Counts.Failed() > 0 ? $"{job.Counts.Failed()} items failed; their reasons are in the job." : null;
        return string.Join(' ', new[] { failed, job.LeftOpen }.OfType<string>());
    }

    public static EventActivityBinder<SyncJob, WorkItemDone> Settle(this EventActivityBinder<SyncJob, WorkItemDone> binder) =>
        binder.ThenAsync(context => context.Items().SettleAsync(context.Saga, context.Message, context.CancellationToken));

    public static EventActivityBinder<SyncJob, WorkItemFailed> Settle(this EventActivityBinder<SyncJob, WorkItemFailed> binder) =>
        binder.ThenAsync(context => SettleAsync(context, context.Message));

    public static EventActivityBinder<SyncJob, WorkItemDeferred> Settle(this EventActivityBinder<SyncJob, WorkItemDeferred> binder) =>
        binder.ThenAsync(context => context.Items().SettleAsync(context.Saga, context.Message, context.CancellationToken));

    /// <summary>A consumer that threw has not reported. Counts as a failure that may be tried again.</summary>
    public static EventActivityBinder<SyncJob, Fault<T>> Settle<T>(this EventActivityBinder<SyncJob, Fault<T>> binder)
        where T : class, IWorkOrder =>
        binder.ThenAsync(context => SettleAsync(context, new WorkItemFailed
        {
            JobId = context.Saga.CorrelationId,
            ItemId = context.Message.Message.ItemId,
            Attempt = context.Message.Message.Attempt,
            Reason = WorkItemReports.Unexpected,
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
                    await OrderAsync(context, item);
                    break;
                case WorkItemState.Failed:
                    await AnnounceGivenUpAsync(context, item);
                    break;
            }
        }
    });

    /// <summary>False when the job was woken for another reason, and its pause is not over yet.</summary>
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
        context.Saga.Pace = context.Saga.Pace.Begin(context.Now());
    });

    public static EventActivityBinder<SyncJob, SyncPlanDeferred> Pause(this EventActivityBinder<SyncJob, SyncPlanDeferred> binder) => binder.ThenAsync(async context =>
    {
        context.Saga.EndPlanning();
        await context.CountGarminRequestsAsync(context.Message.GarminRequests);
        await PauseAsync(context, context.Message.Until, context.Message.Reason, context.Message.IsOutage);
    });

    public static EventActivityBinder<SyncJob, WorkItemDeferred> Pause(this EventActivityBinder<SyncJob, WorkItemDeferred> binder) =>
        binder.ThenAsync(context => PauseAsync(context, context.Message.Until, context.Message.Reason, context.Message.IsOutage));

    /// <summary>The job pauses when nobody is answered; the items are not to blame.</summary>
    public static EventActivityBinder<SyncJob, WorkItemFailed> GoOnOrWaitOutOutage(this EventActivityBinder<SyncJob, WorkItemFailed> binder, SyncJobStateMachine machine) =>
        binder.IfElse(
            context => context.Message.IsOutage && !context.Saga.AllEnded(),
            outage => outage.Then(context => context.Saga.WaitOutOutage(least: null, context.Now(), context.Message.Reason, context.Options())).TransitionTo(machine.Paused).AnnounceState(),
            goOn => goOn.GoOn(machine));

    public static EventActivityBinder<SyncJob, RetryFailedItems> Reopen(this EventActivityBinder<SyncJob, RetryFailedItems> binder) => binder.ThenAsync(async context =>
    {
        context.Saga.FinishedAt = null;
        context.Saga.Reason = null;
        context.Saga.PlanFailures = 0;
        context.Saga.Losses = 0;
        context.Saga.FailuresInRow = 0;
        context.Saga.Pace = SyncPace.Unknown.Begin(context.Now());
        context.Saga.BeginTrace(context.Now());
        await context.Items().RetryAsync(context.Saga, context.Message.Items, context.CancellationToken);
    });

    /// <summary>Ends the job's turn and gives it to the next job of the account.</summary>
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
        var wakeHolds = context.Saga.CurrentState == nameof(SyncJobStateMachine.Fetching) && context.Message is not WorkDue;
        foreach (var item in await context.Items().HandOutAsync(context.Saga, wakeHolds, context.CancellationToken))
        {
            await OrderAsync(context, item);
        }
    });

    private static async Task OrderAsync<T>(BehaviorContext<SyncJob, T> context, WorkItem item)
        where T : class
    {
        using var activity = SyncTraces.GoOn(context.Saga, item, context.Now());
        await context.Publish(context.Kinds().Of(item).OrderFor(context.Saga, item), context.CancellationToken);
    }

    private static async Task SettleAsync(Job context, WorkItemFailed failed)
    {
        if (await context.Items().SettleAsync(context.Saga, failed, context.CancellationToken) is { } givenUp)
        {
            await AnnounceGivenUpAsync(context, givenUp);
        }
    }

    private static async Task AnnounceGivenUpAsync(Job context, WorkItem item)
    {
        var kind = context.Kinds().Of(item);
        await kind.GiveUpAsync(context.Saga, item, context.CancellationToken);
        if (kind.FailureOf(context.Saga, item) is { } failure)
        {
            await context.Publish(failure, context.CancellationToken);
        }
    }

    private static async Task<bool> IsHeldUp(Job context)
    {
        if (await context.Turn().TroubleAsync(context.Saga, context.CancellationToken) is not { } trouble)
        {
            return false;
        }

        context.Saga.Pause(trouble.Until, context.Now(), trouble.Reason);
        return true;
    }

    // If somebody has logged in since the refusal, no event will wake the job: it goes on at once.
    private static async Task PauseAsync(Job context, DateTimeOffset? until, string reason, bool isOutage)
    {
        if (isOutage)
        {
            context.Saga.WaitOutOutage(until, context.Now(), reason, context.Options());
            return;
        }

        var trouble = await context.Turn().TroubleAsync(context.Saga, context.CancellationToken);
        context.Saga.Pause(until ?? (trouble is { Action: TroubleAction.WaitForLogin } ? null : context.Now()), context.Now(), reason);
    }

    /// <summary>Marks the job as ended.</summary>
    public static void End(Job context)
    {
        context.Saga.Reason = null;
        context.Saga.FinishedAt = context.Now();
        context.Saga.PausedUntil = null;
        context.Saga.WakeAt = null;
    }

    private sealed record Turn(bool Ours);
}
