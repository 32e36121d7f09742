using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>The acts of <see cref="SyncJobStateMachine"/> that end a job early: the next job of the account begins when nobody works for this one any more.</summary>
internal static class SyncJobCancelSteps
{
    /// <summary>Ends all that nobody has begun with.</summary>
    public static EventActivityBinder<SyncJob, T> Cancel<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.Then(SyncJobSteps.End).ThenAsync(context => context.Items().CancelAsync(context.Saga, context.CancellationToken));

    /// <summary>What was under way when the job was cancelled has ended; the next job begins when that is the last, so that no two ask Garmin at once.</summary>
    public static EventActivityBinder<SyncJob, T> SettleLast<T>(this EventActivityBinder<SyncJob, T> binder, Func<T, Guid> itemId, bool done = false)
        where T : class => binder
            .ThenAsync(context => context.Items().SettleLastAsync(context.Saga, itemId(context.Message), done, context.CancellationToken))
            .EndTurnWhenIdle();

    /// <summary>A plan that was under way when the job was cancelled is of no use.</summary>
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
