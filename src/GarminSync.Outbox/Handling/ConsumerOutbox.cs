using MassTransit;
using MassTransit.Middleware;

namespace GarminSync.Outbox;

/// <summary>The outbox of consumers: no transaction is held while the handler runs, so that it may call other services.</summary>
internal sealed class ConsumerOutbox(MessageTransaction transaction) : IOutboxContextFactory<ConsumerOutbox>
{
    public Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next)
        where T : class =>
        transaction.HandleAsync(context, options, next, beginFirst: false);

    public void Probe(ProbeContext context) => context.CreateFilterScope("stateStoreOutbox");
}
