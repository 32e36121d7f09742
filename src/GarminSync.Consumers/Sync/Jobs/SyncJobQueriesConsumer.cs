using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Answers questions about jobs.</summary>
internal sealed class SyncJobQueriesConsumer(SyncJobQueries jobs, NextSyncQueries nextSyncs) : IConsumer<GetSyncJob>, IConsumer<GetSyncStatus>, IConsumer<ListSyncJobs>
{
    public async Task Consume(ConsumeContext<GetSyncJob> context) =>
        await (await jobs.FindAsync(context.Message.JobId, context.CancellationToken) is { } job
            ? context.RespondAsync(job)
            : context.RespondAsync(new SyncJobNotFound { JobId = context.Message.JobId }));

    public async Task Consume(ConsumeContext<GetSyncStatus> context)
    {
        var job = await jobs.CurrentAsync(context.Message.UserId, context.CancellationToken);
        var next = await nextSyncs.OfAsync(job?.UserId ?? context.Message.UserId, context.CancellationToken);
        await (job is null ? context.RespondAsync(new SyncJobNotFound { NextSyncAt = next }) : context.RespondAsync(job with { NextSyncAt = next }));
    }

    public async Task Consume(ConsumeContext<ListSyncJobs> context) =>
        await context.RespondAsync(await jobs.ListAsync(context.Message, context.CancellationToken));
}
