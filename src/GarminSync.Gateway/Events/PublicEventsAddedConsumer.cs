using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Gateway.Events;

/// <summary>Passes the news of new events on to the streams of this process.</summary>
internal sealed class PublicEventsAddedConsumer(EventListeners listeners) : IConsumer<PublicEventsAdded>
{
    public Task Consume(ConsumeContext<PublicEventsAdded> context)
    {
        listeners.Wake(context.Message);
        return Task.CompletedTask;
    }
}
