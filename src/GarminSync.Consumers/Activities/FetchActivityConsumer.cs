using System.Diagnostics;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.Consumers.Activities;

internal sealed partial class FetchActivityConsumer(ActivityImporter importer, WorkOrderTools tools, ILogger<FetchActivityConsumer> logger)
    : WorkOrderConsumer<FetchActivity>(tools)
{
    protected override Task<Trouble?> WorkAsync(ConsumeContext<FetchActivity> context, WorkAttempt attempt) =>
        attempt.RunAsync(session => ImportAsync(context, session), context.CancellationToken);

    private async Task<Trouble?> ImportAsync(ConsumeContext<FetchActivity> context, GarminSession session)
    {
        switch (await importer.ImportAsync(session, context.Message, context.CancellationToken))
        {
            case ActivityImport.Synced { Activity: var synced }:
                LogSynced(context.Message.JobId, synced.GarminActivityId, synced.Revision, synced.Files.Count);
                await ActivityEvents.Of(synced).PublishAsync(context);
                return null;
            case ActivityImport.NothingNew:
                return null;
            case ActivityImport.NoFile none:
                return new Trouble(none.Retry ? TroubleAction.TryAgain : TroubleAction.GiveUp, none.Reason);
            default:
                throw new UnreachableException();
        }
    }

    [LoggerMessage(3101, LogLevel.Information, "Job {JobId}: activity {GarminActivityId} revision {Revision} is in CentralDB with {Files} files")]
    private partial void LogSynced(Guid jobId, long garminActivityId, int revision, int files);
}
