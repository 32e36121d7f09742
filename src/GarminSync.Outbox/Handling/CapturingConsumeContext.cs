using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;

namespace GarminSync.Outbox;

/// <summary>
/// What a handler sees of its message: all that it publishes, sends or answers lands in a batch. The members with which MassTransit would
/// deliver by itself do nothing, because <see cref="OutboxDeliverer"/> does that after the commit.
/// </summary>
internal sealed class CapturingConsumeContext<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IServiceProvider provider, Func<OutboxBatch> batch, bool isDuplicate)
    : OutboxConsumeContextProxy<T>(context, options, provider)
    where T : class
{
    public override bool ContinueProcessing { get; set; } = true;

    public override bool IsMessageConsumed => isDuplicate;

    public override bool IsOutboxDelivered => isDuplicate;

    public override int ReceiveCount => 1;

    public override long? LastSequenceNumber => null;

    public override Task AddSend<TMessage>(SendContext<TMessage> context)
    {
        batch().Add(context);
        return Task.CompletedTask;
    }

    public override Task SetConsumed() => Task.CompletedTask;

    public override Task SetDelivered() => Task.CompletedTask;

    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() => Task.FromResult<List<OutboxMessageContext>>([]);

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;

    public override Task RemoveOutboxMessages() => Task.CompletedTask;
}
