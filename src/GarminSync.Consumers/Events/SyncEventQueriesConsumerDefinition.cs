using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Events;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class SyncEventQueriesConsumerDefinition : ConsumerDefinition<SyncEventQueriesConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SyncEventQueriesConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.OnlyAnswerQuestions(consumerConfigurator);
}
