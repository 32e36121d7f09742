using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Carries out the orders of one kind of item, and reports to the job how each has ended. Where the kind allows it, goes on with the next items of the job by itself
/// (<see cref="WorkLane"/>), and reports the last one.
/// </summary>
internal abstract class WorkOrderConsumer<TOrder>(WorkOrderTools tools) : IConsumer<TOrder>
    where TOrder : class, IWorkOrder
{
    public async Task Consume(ConsumeContext<TOrder> context)
    {
        var messageId = context.MessageId ?? NewId.NextGuid();
        var order = context.Message;
        using var worker = tools.Workers.Begin(order.UserId);
        switch (await tools.Claims.RunAsync(order, messageId, () => WorkAsync(context, messageId, order), context.CancellationToken))
        {
            case WorkClaim.LostTooOften:
                await GiveUpAsync(context, order);
                break;
            case WorkClaim.Superseded when GoesOn && await tools.Lane.ResumeAsync(order, messageId, context.CancellationToken) is { } step:
                await WorkInLaneAsync(context, messageId, step);
                break;
        }
    }

    /// <summary>Whether a worker may go on with the next item. Only where nothing of one item is kept in the consumer, or what it works with, that harms the next.</summary>
    protected virtual bool GoesOn => false;

    /// <summary>Carries out an order by way of <see cref="WorkAttempt.RunAsync"/>, and publishes what came of it.</summary>
    /// <returns>Null: it is done. An exception means that it is tried again.</returns>
    protected abstract Task<Trouble?> WorkAsync(ConsumeContext context, TOrder order, WorkAttempt attempt);

    private async Task WorkAsync(ConsumeContext context, Guid messageId, TOrder order)
    {
        if (await WorkAndReportAsync(context, messageId, order) is { } step)
        {
            await WorkInLaneAsync(context, messageId, step);
        }
    }

    private async Task WorkInLaneAsync(ConsumeContext context, Guid messageId, WorkLane.Step<TOrder> first)
    {
        for (WorkLane.Step<TOrder>? step = first, next; step is not null; step = next)
        {
            await using var lease = step.Lease;
            using var trace = step.Trace();
            next = step.IsLostTooOften ? await GiveUpAsync(context, step.Order) : await WorkInLaneAsync(context, messageId, step.Order);

            // Nobody else may start before the report has arrived.
            lease.LetRunOut();
        }
    }

    // The message's own item is tried again, and given up, with the message. Another's failure must not go unheard, so it is told at once; but for a database that is
    // away the message waits, and then goes on at this item.
    private async Task<WorkLane.Step<TOrder>?> WorkInLaneAsync(ConsumeContext context, Guid messageId, TOrder order)
    {
        try
        {
            return await WorkAndReportAsync(context, messageId, order);
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested && !StateStoreOutage.Is(exception))
        {
            await tools.Lane.RollbackAsync();
            await tools.Reports.FaultAsync(context, order, exception);
            return null;
        }
    }

    /// <returns>What comes next; null when the lane ends here.</returns>
    private async Task<WorkLane.Step<TOrder>?> WorkAndReportAsync(ConsumeContext context, Guid messageId, TOrder order)
    {
        var attempt = tools.Attempts.Of(order);
        if (await WorkAsync(context, order, attempt) is { } met)
        {
            await tools.Reports.TroubleAsync(context, order, met, attempt.GarminRequests);
            return null;
        }

        if (GoesOn && await tools.Lane.GoOnAsync(order, messageId, attempt.GarminRequests, context.CancellationToken) is { } step)
        {
            return step;
        }

        await tools.Reports.DoneAsync(context, order, attempt.GarminRequests);
        return null;
    }

    private async Task<WorkLane.Step<TOrder>?> GiveUpAsync(ConsumeContext context, TOrder order)
    {
        await tools.Reports.TroubleAsync(context, order, new Trouble(TroubleAction.GiveUp, Trouble.ProcessesLost), garminRequests: 0);
        return null;
    }
}
