using GarminConnect.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Activities;

internal sealed partial class FetchActivityConsumer(
    GarminSessions sessions, ActivityImporter importer, WorkClaims starts, WorkItemReports reports, TimeProvider clock, ILogger<FetchActivityConsumer> logger)
    : WorkOrderConsumer<FetchActivity>(starts, reports)
{
    protected override async Task WorkAsync(ConsumeContext<FetchActivity> context)
    {
        var order = context.Message;
        GarminSession? session = null;
        try
        {
            session = await sessions.OpenAsync(order.UserId, context.CancellationToken);
            switch (await importer.ImportAsync(session, order, context.CancellationToken))
            {
                case ActivityImport.Synced synced:
                    await AnnounceAsync(context, synced.Activity);
                    await Reports.DoneAsync(context, session.RequestsMade);
                    break;
                case ActivityImport.NothingNew:
                    await Reports.DoneAsync(context, session.RequestsMade);
                    break;
                case ActivityImport.NoFile none:
                    await Reports.TroubleAsync(context, new Trouble(none.Retry ? TroubleAction.TryAgain : TroubleAction.GiveUp, none.Reason), session.RequestsMade);
                    break;
            }
        }
        catch (Exception exception) when (Trouble.From(exception, clock.GetUtcNow()) is { } met)
        {
            await Reports.TroubleAsync(context, met, session?.RequestsMade ?? 0);
        }
    }

    private async Task AnnounceAsync(ConsumeContext<FetchActivity> context, ActivitySynced synced)
    {
        LogSynced(context.Message.JobId, synced.GarminActivityId, synced.Revision, synced.Files.Count);
        await context.Publish(synced, publish => publish.MessageId = ActivityMessageIds.Of(synced), context.CancellationToken);
    }

    [LoggerMessage(3101, LogLevel.Information, "Job {JobId}: activity {GarminActivityId} revision {Revision} is in CentralDB with {Files} files")]
    private partial void LogSynced(Guid jobId, long garminActivityId, int revision, int files);
}
