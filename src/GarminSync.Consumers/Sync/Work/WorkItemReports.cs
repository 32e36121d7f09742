using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Tells the saga how a work order ended.</summary>
internal sealed partial class WorkItemReports(AccountTrouble accounts, ILogger<WorkItemReports> logger)
{
    /// <summary>The reason of an item whose consumer threw.</summary>
    public const string Unexpected = "An unexpected error; the log of the consumers has it.";

    public async Task DoneAsync(ConsumeContext context, IWorkOrder order, int garminRequests)
    {
        await accounts.ForgetRateLimitsAsync(order.UserId, context.CancellationToken);
        await context.Publish(new WorkItemDone { JobId = order.JobId, ItemId = order.ItemId, GarminRequests = garminRequests }, context.CancellationToken);
    }

    /// <summary>Work that threw.</summary>
    public async Task FaultAsync(ConsumeContext context, IWorkOrder order, Exception exception)
    {
        LogFault(order.JobId, order.ItemId, order.Attempt, exception);
        await context.Publish(
            new WorkItemFailed { JobId = order.JobId, ItemId = order.ItemId, Attempt = order.Attempt, Reason = Unexpected, Retry = true, GarminRequests = 0 }, context.CancellationToken);
    }

    /// <summary>Also notes on the account what concerns all its jobs.</summary>
    public async Task TroubleAsync(ConsumeContext context, IWorkOrder order, Trouble met, int garminRequests)
    {
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

    [LoggerMessage(3034, LogLevel.Error, "Job {JobId}: item {ItemId}, attempt {Attempt} met an unexpected error")]
    private partial void LogFault(Guid jobId, Guid itemId, int attempt, Exception exception);

    [LoggerMessage(3031, LogLevel.Warning, "Job {JobId}: item {ItemId}, attempt {Attempt}: {Reason}")]
    private partial void LogTrouble(Guid jobId, Guid itemId, int attempt, string reason);
}
