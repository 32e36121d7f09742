using GarminSync.Bus;
using MassTransit;

namespace GarminSync.Gateway.Events;

/// <summary>Every gateway hears the news, in a queue of its own that goes with the process. News that cannot be read is dropped: the next look at the store finds the events.</summary>
internal sealed class PublicEventsAddedConsumerDefinition : ConsumerDefinition<PublicEventsAddedConsumer>
{
    public PublicEventsAddedConsumerDefinition() => EndpointName = ProcessQueueName.New();

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PublicEventsAddedConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.DiscardFaultedMessages();
        endpointConfigurator.DiscardSkippedMessages();
    }
}
