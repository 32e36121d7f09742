using MassTransit;

namespace GarminSync.Consumers.Events;

/// <summary>Only reads: no retry, no outbox. A question that failed is not kept: whoever reads events asks again by itself.</summary>
internal sealed class SyncEventQueriesConsumerDefinition : ConsumerDefinition<SyncEventQueriesConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SyncEventQueriesConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.DiscardFaultedMessages();
}
