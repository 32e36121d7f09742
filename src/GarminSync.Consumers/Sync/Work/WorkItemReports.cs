using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Tells the saga how a work order ended.</summary>
internal sealed partial class WorkItemReports(AccountTrouble accounts, ILogger<WorkItemReports> logger)
{
    public async Task DoneAsync<T>(ConsumeContext<T> context, int garminRequests)
        where T : class, IWorkOrder
    {
        await accounts.ForgetRateLimitsAsync(context.Message.UserId, context.CancellationToken);
        await context.Publish(
            new WorkItemDone { JobId = context.Message.JobId, ItemId = context.Message.ItemId, GarminRequests = garminRequests }, context.CancellationToken);
    }

    /// <summary>Also notes on the account what concerns all its jobs.</summary>
    public async Task TroubleAsync<T>(ConsumeContext<T> context, Trouble met, int garminRequests)
        where T : class, IWorkOrder
    {
        var order = context.Message;
        if (!met.IsOutage)
        {
            // An outage is told once, and not per item.
            LogTrouble(order.JobId, order.ItemId, order.Attempt, met.Reason);
        }

        var remembered = await accounts.RememberAsync(context, order.UserId, met);
        await context.Publish(Report(order, remembered, garminRequests), context.CancellationToken);
    }

    private static object Report(IWorkOrder order, Trouble met, int garminRequests) => met.Report(
        until => new WorkItemDeferred
        {
            JobId = order.JobId,
            ItemId = order.ItemId,
            Attempt = order.Attempt,
            Until = until,
            Reason = met.Reason,
            IsOutage = met.IsOutage,
            GarminRequests = garminRequests,
        },
        retry => new WorkItemFailed
        {
            JobId = order.JobId,
            ItemId = order.ItemId,
            Attempt = order.Attempt,
            Reason = met.Reason,
            Retry = retry,
            GarminRequests = garminRequests,
        });

    [LoggerMessage(3031, LogLevel.Warning, "Job {JobId}: item {ItemId}, attempt {Attempt}: {Reason}")]
    private partial void LogTrouble(Guid jobId, Guid itemId, int attempt, string reason);
}
