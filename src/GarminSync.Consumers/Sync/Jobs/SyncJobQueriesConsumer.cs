using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Answers questions about jobs.</summary>
internal sealed class SyncJobQueriesConsumer(SyncJobQueries jobs) : IConsumer<GetSyncJob>, IConsumer<GetSyncStatus>, IConsumer<ListSyncJobs>
{
    public async Task Consume(ConsumeContext<GetSyncJob> context) =>
        await AnswerAsync(context, await jobs.FindAsync(context.Message.JobId, context.CancellationToken), context.Message.JobId);

    public async Task Consume(ConsumeContext<GetSyncStatus> context) =>
        await AnswerAsync(context, await jobs.CurrentAsync(context.Message.UserId, context.CancellationToken), jobId: null);

    public async Task Consume(ConsumeContext<ListSyncJobs> context) =>
        await context.RespondAsync(await jobs.ListAsync(context.Message, context.CancellationToken));

    private static Task AnswerAsync(ConsumeContext context, SyncJobStatus? job, Guid? jobId) =>
        job is null ? context.RespondAsync(new SyncJobNotFound { JobId = jobId }) : context.RespondAsync(job);
}
