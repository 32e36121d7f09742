using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>The steps of <see cref="SyncJobStateMachine"/> that make the plan.</summary>
internal static class SyncJobPlanSteps
{
    /// <summary>False for a late or duplicate <see cref="SyncPlanned"/>.</summary>
    public static async Task<bool> PlanStands(BehaviorContext<SyncJob, SyncPlanned> context) =>
        context.Saga.PlannedAt is null
        && await context.Items().CountAsync(context.Saga, context.CancellationToken) == context.Message.Counts.Planned();

    /// <summary>Sends the work order for the plan.</summary>
    public static EventActivityBinder<SyncJob, T> AskForPlan<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.ThenAsync(async context =>
    {
        var job = context.Saga;
        if (job.StartedAt is null)
        {
            job.StartedAt = context.Now();
            await context.Publish(new SyncStarted { JobId = job.CorrelationId, UserId = job.UserId, JobType = job.JobType }, context.CancellationToken);
        }

        await context.Items().ClearAsync(job, context.CancellationToken);
        job.EndPlanning();
        job.LeaseUntil = context.Now() + context.Options().Lease;
        job.WakeAt = job.LeaseUntil;
        var order = new PlanSync
        {
            JobId = job.CorrelationId,
            UserId = job.UserId,
            Scope = job.Scope,
            LeaveOutWhatFails = job.PlanFailures >= context.Options().MaxAttempts - 1,
        };
        await context.Publish(order, context.CancellationToken);
    });

    /// <summary>
    /// Leaves a consumer that works on the plan alone. When its lease has run out, sends another order (if the first only waited in the queue, one of the two
    /// is carried out), or gives up when too many processes were lost over it.
    /// </summary>
    public static EventActivityBinder<SyncJob, WorkDue> LookAfterPlan(this EventActivityBinder<SyncJob, WorkDue> binder, SyncJobStateMachine machine) => binder.IfElse(
        context => context.Saga.LeaseUntil > context.Now(),
        atWork => atWork.Then(context => context.Saga.WakeAt = context.Saga.LeaseUntil),
        overdue => overdue.Then(context =>
        {
            if (context.Saga.StartedBy is not null)
            {
                context.Saga.Losses++;
                SyncMetrics.LeaseLost(isPlan: true);
            }
        }).IfElse(
            context => context.Saga.Losses < context.Options().MaxAttempts,
            again => again.AskForPlan(),
            giveUp => giveUp.FailPlan(machine, _ => Trouble.ProcessesLost)));

    public static EventActivityBinder<SyncJob, SyncPlanned> TakePlan(this EventActivityBinder<SyncJob, SyncPlanned> binder) => binder.ThenAsync(async context =>
    {
        var job = context.Saga;
        job.EndPlanning();
        job.FailuresInRow = 0;
        job.PlannedAt = context.Now();
        job.Pace = job.PausedUntil is null ? job.Pace.Begin(context.Now()) : job.Pace;
        job.ListedAllActivities = context.Message.ListedAllActivities;
        job.LeftOpen = context.Message.LeftOpen;
        await context.CountGarminRequestsAsync(context.Message.GarminRequests);
        foreach (var kind in context.Message.Counts.ByKind)
        {
            job.Count(kind.Kind, planned: kind.Planned, unchanged: kind.Unchanged);
        }
    });

    public static EventActivityBinder<SyncJob, SyncPlanFailed> GiveUpOrPlanAgain(this EventActivityBinder<SyncJob, SyncPlanFailed> binder, SyncJobStateMachine machine) =>
        binder.ThenAsync(context => context.CountGarminRequestsAsync(context.Message.GarminRequests))
            .GiveUpOrPlanAgain(machine, context => context.Message.Retry, context => context.Message.Reason);

    /// <summary>A consumer that threw has not reported why.</summary>
    public static EventActivityBinder<SyncJob, Fault<PlanSync>> GiveUpOrPlanAgain(this EventActivityBinder<SyncJob, Fault<PlanSync>> binder, SyncJobStateMachine machine) =>
        binder.GiveUpOrPlanAgain(machine, _ => true, _ => "An unexpected error while planning; the log of the consumers has it.");

    /// <summary>Waits and plans again, unless it was tried too often or another try would fail in the same way.</summary>
    private static EventActivityBinder<SyncJob, T> GiveUpOrPlanAgain<T>(
        this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine, Func<BehaviorContext<SyncJob, T>, bool> mayPass, Func<BehaviorContext<SyncJob, T>, string> why)
        where T : class => binder
            .Then(context => context.Saga.EndPlanning())
            .Then(context => context.Saga.PlanFailures++)
            .IfElse(
                context => mayPass(context) && context.Saga.PlanFailures < context.Options().MaxAttempts,
                again => again
                    .Then(context => context.Saga.Pause(context.Now() + context.Options().BackOff(context.Saga.PlanFailures), context.Now(), why(context)))
                    .TransitionTo(machine.Paused)
                    .AnnounceState(),
                giveUp => giveUp.FailPlan(machine, why));

    private static EventActivityBinder<SyncJob, T> FailPlan<T>(
        this EventActivityBinder<SyncJob, T> binder, SyncJobStateMachine machine, Func<BehaviorContext<SyncJob, T>, string> why)
        where T : class => binder.Then(SyncJobSteps.End).Then(context =>
    {
        context.Saga.EndPlanning();
        context.Saga.Reason = why(context);
    }).TransitionTo(machine.Failed).AnnounceFailed().EndTurn();
}
