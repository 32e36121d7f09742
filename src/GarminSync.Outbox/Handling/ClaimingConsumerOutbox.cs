using MassTransit;
using MassTransit.Middleware;

namespace GarminSync.Outbox;

/// <summary>The outbox of consumers that claim their work: who has done it is known by the claim, so the inbox is looked into for what the broker delivers again.</summary>
internal sealed class ClaimingConsumerOutbox(MessageTransaction transaction) : IOutboxContextFactory<ClaimingConsumerOutbox>
{
    public Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next)
        where T : class =>
        transaction.HandleAsync(context, options, next, context.ReceiveContext.Redelivered ? InboxLook.Before : InboxLook.AtCommit);

    public void Probe(ProbeContext context) => context.CreateFilterScope("stateStoreOutbox");
}
