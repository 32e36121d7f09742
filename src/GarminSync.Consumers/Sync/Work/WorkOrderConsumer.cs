using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Works on the orders of one kind of item. The job hears how each has ended.</summary>
internal abstract class WorkOrderConsumer<TOrder>(WorkClaims starts, WorkItemReports reports) : IConsumer<TOrder>
    where TOrder : class, IWorkOrder
{
    protected WorkItemReports Reports { get; } = reports;

    public async Task Consume(ConsumeContext<TOrder> context)
    {
        var start = await starts.RunAsync(context.Message, context.MessageId ?? NewId.NextGuid(), () => WorkAsync(context), context.CancellationToken);
        if (start == WorkClaim.LostTooOften)
        {
            await Reports.TroubleAsync(context, new Trouble(TroubleAction.GiveUp, Trouble.ProcessesLost), garminRequests: 0);
        }
    }

    /// <summary>Does it and reports; an exception means that it is tried again.</summary>
    protected abstract Task WorkAsync(ConsumeContext<TOrder> context);
}
