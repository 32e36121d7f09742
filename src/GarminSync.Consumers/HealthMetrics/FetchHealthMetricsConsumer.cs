using GarminConnect.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

internal sealed partial class FetchHealthMetricsConsumer(
    GarminSessions sessions, HealthMetricImporter importer, WorkClaims starts, WorkItemReports reports, TimeProvider clock, ILogger<FetchHealthMetricsConsumer> logger)
    : WorkOrderConsumer<FetchHealthMetrics>(starts, reports)
{
    protected override async Task WorkAsync(ConsumeContext<FetchHealthMetrics> context)
    {
        var order = context.Message;
        var import = await importer.BeginAsync(order, context.CancellationToken);
        GarminSession? session = null;
        Trouble? met;
        try
        {
            session = await sessions.OpenAsync(order.UserId, context.CancellationToken);
            met = await importer.RunAsync(import, session, context.CancellationToken);
        }
        catch (Exception exception) when (Trouble.From(exception, clock.GetUtcNow()) is { } trouble)
        {
            met = trouble;
            if (!met.Waits)
            {
                import.Fail(met.Reason);
            }
        }

        await AnnounceAsync(context, import);
        if (met is null)
        {
            await Reports.DoneAsync(context, session!.RequestsMade);
        }
        else
        {
            await Reports.TroubleAsync(context, met, session?.RequestsMade ?? 0);
        }
    }

    // Whatever stopped the rest, what did reach CentralDB is told.
    private async Task AnnounceAsync(ConsumeContext<FetchHealthMetrics> context, HealthMetricImport import)
    {
        if (import.ToEvent() is not { } synced)
        {
            return;
        }

        LogSynced(context.Message.JobId, context.Message.Order.Endpoint, synced.FirstDay, synced.LastDay, synced.NewValues, synced.ChangedValues);
        await context.Publish(synced, publish => publish.MessageId = import.EventId, context.CancellationToken);
    }

    [LoggerMessage(3303, LogLevel.Information, "Job {JobId}: {Endpoint} {FirstDay} to {LastDay}: {New} new and {Changed} changed values in CentralDB")]
    private partial void LogSynced(Guid jobId, string endpoint, string firstDay, string lastDay, int @new, int changed);
}
