using MassTransit;
using MassTransit.Middleware;

namespace GarminSync.Outbox;

/// <summary>The outbox of sagas: the state machine runs inside the transaction, because its instance is locked.</summary>
internal sealed class SagaOutbox(MessageTransaction transaction) : IOutboxContextFactory<SagaOutbox>
{
    public Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next)
        where T : class =>
        transaction.HandleAsync(context, options, next, beginFirst: true);

    public void Probe(ProbeContext context) => context.CreateFilterScope("stateStoreOutbox");
}
