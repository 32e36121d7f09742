using MassTransit;

namespace GarminSync.Consumers.State;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox. A ping that failed is not kept: whoever sent it has heard, and anybody may send many.</summary>
internal sealed class PingConsumersConsumerDefinition : ConsumerDefinition<PingConsumersConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PingConsumersConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.DiscardFaultedMessages();
}
