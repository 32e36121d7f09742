using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Carries out the orders of one kind of item, and reports to the job how each has ended.</summary>
internal abstract class WorkOrderConsumer<TOrder>(WorkOrderTools tools) : IConsumer<TOrder>
    where TOrder : class, IWorkOrder
{
    public async Task Consume(ConsumeContext<TOrder> context)
    {
        var claim = await tools.Claims.RunAsync(
            context.Message, context.MessageId ?? NewId.NextGuid(), () => WorkAndReportAsync(context), context.CancellationToken);
        if (claim == WorkClaim.LostTooOften)
        {
            await tools.Reports.TroubleAsync(context, new Trouble(TroubleAction.GiveUp, Trouble.ProcessesLost), garminRequests: 0);
        }
    }

    /// <summary>Carries out an order by way of <see cref="WorkAttempt.RunAsync"/>, and publishes what came of it.</summary>
    /// <returns>Null: it is done. An exception means that it is tried again.</returns>
    protected abstract Task<Trouble?> WorkAsync(ConsumeContext<TOrder> context, WorkAttempt attempt);

    private async Task WorkAndReportAsync(ConsumeContext<TOrder> context)
    {
        var attempt = tools.Attempts.Of(context.Message.UserId);
        if (await WorkAsync(context, attempt) is { } met)
        {
            await tools.Reports.TroubleAsync(context, met, attempt.GarminRequests);
        }
        else
        {
            await tools.Reports.DoneAsync(context, attempt.GarminRequests);
        }
    }
}
