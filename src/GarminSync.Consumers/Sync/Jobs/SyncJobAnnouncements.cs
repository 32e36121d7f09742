using GarminSync.Consumers.Accounts;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>What <see cref="SyncJobStateMachine"/> publishes and answers.</summary>
internal static class SyncJobAnnouncements
{
    private const string AlreadyRunning = "A synchronization of this account is already in progress.";
    private static readonly TimeSpan AnnounceEvery = TimeSpan.FromSeconds(1);

    public static EventActivityBinder<SyncJob, T> AnnounceProgress<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.If(context => context.Saga.AnnouncedAt is null || context.Now() - context.Saga.AnnouncedAt >= AnnounceEvery, due => due.AnnounceState());

    /// <summary>Says where the job is, however lately that was said: nothing may come after a pause for hours.</summary>
    public static EventActivityBinder<SyncJob, T> AnnounceState<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.ThenAsync(async context =>
    {
        var job = context.Saga;
        job.AnnouncedAt = context.Now();
        var status = job.ToStatus();
        await context.Publish(
            new SyncProgressed { JobId = status.JobId, UserId = status.UserId, State = status.State, Progress = status.Progress, Counts = status.Counts },
            context.CancellationToken);
    });

    public static EventActivityBinder<SyncJob, T> AnnounceCompleted<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.PublishAsync(context =>
    {
        var job = context.Saga;
        job.Progress = 1;
        SyncMetrics.JobEnded(job);
        return context.Init<SyncCompleted>(new SyncCompleted
        {
            JobId = job.CorrelationId,
            UserId = job.UserId,
            JobType = job.JobType,
            State = SyncJobStateNames.ToContract(job.CurrentState),
            Counts = job.Counts.ByKind,
            GarminRequests = job.GarminRequests,
            DurationSeconds = (job.FinishedAt - job.StartedAt)?.TotalSeconds ?? 0,
        });
    });

    public static EventActivityBinder<SyncJob, T> AnnounceFailed<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.Then(context => SyncMetrics.JobEnded(context.Saga)).ThenAsync(context => context.Publish(
            new SyncFailed { JobId = context.Saga.CorrelationId, UserId = context.Saga.UserId, Reason = context.Saga.Reason! }, context.CancellationToken));

    public static EventActivityBinder<SyncJob, T> AnnounceCancelled<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.Then(context => SyncMetrics.JobEnded(context.Saga)).ThenAsync(context => context.Publish(
            new SyncCancelled { JobId = context.Saga.CorrelationId, UserId = context.Saga.UserId, Counts = context.Saga.Counts.ByKind }, context.CancellationToken));

    public static EventActivityBinder<SyncJob, StartSyncJob> AnswerAccepted(this EventActivityBinder<SyncJob, StartSyncJob> binder) =>
        binder.Answer(context => new SyncAccepted { Job = context.Saga.ToStatus(), Joined = false, Note = context.Message.Note });

    public static EventActivityBinder<SyncJob, StartSyncJob> AnswerAlreadyRunning(this EventActivityBinder<SyncJob, StartSyncJob> binder) =>
        binder.Answer(_ => new SyncRefused { Reason = SyncRefusals.AlreadyRunning, Detail = AlreadyRunning })
            .If(context => context.ResponseAddress is null, published => published.Then(context => context.Saga.Reason = AlreadyRunning).AnnounceFailed());

    /// <summary>Nothing is published: there is nobody left whose events it could be.</summary>
    public static EventActivityBinder<SyncJob, StartSyncJob> AnswerBeingErased(this EventActivityBinder<SyncJob, StartSyncJob> binder) =>
        binder.Answer(context => UserErasures.Refusal(context.Saga.UserId));

    public static EventActivityBinder<SyncJob, T> AnswerStatus<T>(this EventActivityBinder<SyncJob, T> binder)
        where T : class => binder.Answer(context => context.Saga.ToStatus());

    public static Task AnswerNotFound(ConsumeContext<CancelSync> context) => context.RespondAsync(new SyncJobNotFound { JobId = context.Message.JobId });

    public static Task AnswerNotFound(ConsumeContext<RetryFailedItems> context) => context.RespondAsync(new SyncJobNotFound { JobId = context.Message.JobId });

    // Without a response address MassTransit would publish the answer.
    private static EventActivityBinder<SyncJob, T> Answer<T, TAnswer>(this EventActivityBinder<SyncJob, T> binder, Func<BehaviorContext<SyncJob, T>, TAnswer> answer)
        where T : class
        where TAnswer : class => binder.If(context => context.ResponseAddress is not null, asked => asked.ThenAsync(context => context.RespondAsync(answer(context))));
}
