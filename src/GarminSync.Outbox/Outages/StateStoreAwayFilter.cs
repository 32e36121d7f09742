using MassTransit;

namespace GarminSync.Outbox;

/// <summary>
/// Makes one kind of exception of all that the database's absence causes. Around the consumer and not around the message: by then MassTransit has told whoever asked
/// about the exception that the consumer threw.
/// </summary>
internal sealed class StateStoreAwayFilter<TConsumer> : IFilter<ConsumerConsumeContext<TConsumer>>
    where TConsumer : class
{
    public async Task Send(ConsumerConsumeContext<TConsumer> context, IPipe<ConsumerConsumeContext<TConsumer>> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (Exception exception) when (StateStoreOutage.Is(exception))
        {
            throw new StateStoreAwayException(exception);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("stateStoreAway");
}
