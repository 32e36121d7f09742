using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.State;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class PingConsumersConsumerDefinition : ConsumerDefinition<PingConsumersConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PingConsumersConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.OnlyAnswerQuestions(consumerConfigurator);
}
