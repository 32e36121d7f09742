using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class SyncJobQueriesConsumerDefinition : ConsumerDefinition<SyncJobQueriesConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SyncJobQueriesConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.OnlyAnswerQuestions(consumerConfigurator);
}
