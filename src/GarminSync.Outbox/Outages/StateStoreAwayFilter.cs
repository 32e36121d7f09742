using MassTransit;

namespace GarminSync.Outbox;

/// <summary>Makes one kind of exception of all that the database's absence causes.</summary>
internal sealed class StateStoreAwayFilter<T> : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
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
