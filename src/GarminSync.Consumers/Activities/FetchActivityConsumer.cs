using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.GarminConnect;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Activities;

internal sealed partial class FetchActivityConsumer(
    GarminSessions sessions, ActivityImporter importer, AccountTrouble trouble, TimeProvider clock, ILogger<FetchActivityConsumer> logger) : IConsumer<FetchActivity>
{
    public async Task Consume(ConsumeContext<FetchActivity> context)
    {
        var order = context.Message;
        GarminSession? session = null;
        try
        {
            session = await sessions.OpenAsync(order.UserId, context.CancellationToken);
            switch (await importer.ImportAsync(session, order, context.CancellationToken))
            {
                case ActivityImport.Synced synced:
                    await AnnounceAsync(context, synced.Activity, session.RequestsMade);
                    break;
                case ActivityImport.NoFile none:
                    await ReportAsync(context, new Trouble(none.Retry ? TroubleAction.TryAgain : TroubleAction.GiveUp, none.Reason), session.RequestsMade);
                    break;
            }
        }
        catch (Exception exception) when (Trouble.From(exception, clock.GetUtcNow()) is { } met)
        {
            await ReportAsync(context, met, session?.RequestsMade ?? 0);
        }
    }

    private async Task AnnounceAsync(ConsumeContext<FetchActivity> context, ActivitySynced synced, int requests)
    {
        var order = context.Message;
        LogSynced(order.JobId, synced.GarminActivityId, synced.Revision, synced.Files.Count);

        // The id says what happened, so a subscriber that sees it twice can tell.
        var messageId = MessageIds.From(nameof(ActivitySynced), synced.UserId, synced.GarminActivityId, synced.Revision);
        await context.Publish(synced, publish => publish.MessageId = messageId, context.CancellationToken);
        await trouble.ForgetRateLimitsAsync(order.UserId, context.CancellationToken);
        await context.Publish(new WorkItemDone { JobId = order.JobId, ItemId = order.ItemId, GarminRequests = requests }, context.CancellationToken);
    }

    private async Task ReportAsync(ConsumeContext<FetchActivity> context, Trouble met, int requests)
    {
        var order = context.Message;
        LogTrouble(order.JobId, order.ItemId, order.Attempt, met.Reason);
        var remembered = await trouble.RememberAsync(context, order.UserId, met);
        await context.Publish(ItemOutcome(order, remembered, requests), context.CancellationToken);
    }

    private static object ItemOutcome(FetchActivity order, Trouble met, int requests) => met.Waits
        ? new WorkItemDeferred
        {
            JobId = order.JobId,
            ItemId = order.ItemId,
            Attempt = order.Attempt,
            Until = met.Until,
            Reason = met.Reason,
            GarminRequests = requests,
        }
        : new WorkItemFailed
        {
            JobId = order.JobId,
            ItemId = order.ItemId,
            Attempt = order.Attempt,
            Reason = met.Reason,
            Retry = met.Action == TroubleAction.TryAgain,
            GarminRequests = requests,
        };

    [LoggerMessage(3101, LogLevel.Information, "Job {JobId}: activity {GarminActivityId} revision {Revision} is in CentralDB with {Files} files")]
    private partial void LogSynced(Guid jobId, long garminActivityId, int revision, int files);

    [LoggerMessage(3102, LogLevel.Warning, "Job {JobId}: item {ItemId}, attempt {Attempt}: {Reason}")]
    private partial void LogTrouble(Guid jobId, Guid itemId, int attempt, string reason);
}
