using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class HealthMetricQueriesConsumerDefinition : ConsumerDefinition<HealthMetricQueriesConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<HealthMetricQueriesConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.OnlyAnswerQuestions(consumerConfigurator);
}
