using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>The steps of <see cref="SyncJobStateMachine"/> that cancel a job. The account's next job starts when no consumer works for it any more.</summary>
internal static class SyncJobCancelSteps
{
    /// <summary>Ends the job, and cancels all items that no consumer has started on.</summary>
    public static EventActivityBinder<SyncJob, T> Cancel<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.Then(SyncJobSteps.End).ThenAsync(context => context.Items().CancelAsync(context.Saga, context.CancellationToken));

    /// <summary>Work of a cancelled job has ended. After the last of it the next job starts, so that no two jobs ask Garmin at the same time.</summary>
    public static EventActivityBinder<SyncJob, T> SettleLast<T>(this EventActivityBinder<SyncJob, T> binder, Func<T, Guid> itemId, Func<T, int?> failedAttempt)
        where T : class => binder
            .ThenAsync(context => context.Items().SettleLastAsync(context.Saga, itemId(context.Message), failedAttempt(context.Message), context.CancellationToken))
            .EndTurnWhenIdle();

    /// <summary>Drops a plan that arrives after the job was cancelled.</summary>
    public static EventActivityBinder<SyncJob, T> DropPlan<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.Then(context => context.Saga.EndPlanning())
            .ThenAsync(context => context.Items().CancelAsync(context.Saga, context.CancellationToken))
            .EndTurnWhenIdle();

    public static EventActivityBinder<SyncJob, WorkDue> GiveUpLast(this EventActivityBinder<SyncJob, WorkDue> binder) => binder
        .ThenAsync(context => context.Items().GiveUpLastAsync(context.Saga, context.CancellationToken))
        .EndTurnWhenIdle();

    public static EventActivityBinder<SyncJob, T> EndTurnWhenIdle<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.If(context => context.Saga.IsIdle(), idle => idle.EndTurn());
}
