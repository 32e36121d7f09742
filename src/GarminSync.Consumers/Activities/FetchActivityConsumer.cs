using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.Consumers.Activities;

internal sealed partial class FetchActivityConsumer(ActivityImporter importer, WorkOrderTools tools, ILogger<FetchActivityConsumer> logger)
    : WorkOrderConsumer<FetchActivity>(tools)
{
    protected override bool GoesOn => true;

    protected override Task<Trouble?> WorkAsync(ConsumeContext context, FetchActivity order, WorkAttempt attempt) =>
        attempt.RunAsync(session => ImportAsync(context, order, session), context.CancellationToken);

    private async Task<Trouble?> ImportAsync(ConsumeContext context, FetchActivity order, GarminSession session)
    {
        var import = await importer.ImportAsync(session, order, context.CancellationToken);
        if (import is ActivityImport.Synced { Activity: var synced })
        {
            LogSynced(order.JobId, synced.GarminActivityId, synced.Revision, synced.Files.Count, synced.MissingFiles?.Count ?? 0);
            await ActivityEvents.Of(synced).PublishAsync(context);
        }

        return import.Left;
    }

    [LoggerMessage(3101, LogLevel.Information, "Job {JobId}: activity {GarminActivityId} revision {Revision} is in CentralDB with {Files} files; {Missing} are missing")]
    private partial void LogSynced(Guid jobId, long garminActivityId, int revision, int files, int missing);
}
