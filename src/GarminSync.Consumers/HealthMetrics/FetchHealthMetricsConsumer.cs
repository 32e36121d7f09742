using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

internal sealed partial class FetchHealthMetricsConsumer(HealthMetricImporter importer, WorkOrderTools tools, ILogger<FetchHealthMetricsConsumer> logger)
    : WorkOrderConsumer<FetchHealthMetrics>(tools)
{
    protected override async Task<Trouble?> WorkAsync(ConsumeContext context, FetchHealthMetrics order, WorkAttempt attempt)
    {
        var import = await importer.BeginAsync(order, context.CancellationToken);
        var met = await attempt.RunAsync(session => importer.RunAsync(import, session, context.CancellationToken), context.CancellationToken);
        if (met is { Waits: false })
        {
            import.Fail(met.Reason);
        }

        // What has reached CentralDB is announced, whatever stopped the rest.
        if (import.ToEvent() is { } synced)
        {
            Log(order, (HealthMetricsSynced)synced.Event);
            await synced.PublishAsync(context);
        }

        return met ?? import.Trouble;
    }

    private void Log(FetchHealthMetrics order, HealthMetricsSynced synced) =>
        LogSynced(order.JobId, order.Order.Endpoint, synced.FirstDay, synced.LastDay, synced.NewValues, synced.ChangedValues);

    [LoggerMessage(3303, LogLevel.Information, "Job {JobId}: {Endpoint} {FirstDay} to {LastDay}: {New} new and {Changed} changed values in CentralDB")]
    private partial void LogSynced(Guid jobId, string endpoint, string firstDay, string lastDay, int @new, int changed);
}
