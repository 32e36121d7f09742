using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Operations;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class SyncOperationsConsumerDefinition : ConsumerDefinition<SyncOperationsConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SyncOperationsConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.OnlyAnswerQuestions(consumerConfigurator);
}
