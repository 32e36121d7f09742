using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Schedules;

/// <summary>No inbox or outbox: it publishes nothing, and doing it twice gives the same result. Who calls while the state store is away is told so, and calls again.</summary>
internal sealed class SyncScheduleConsumerDefinition : ConsumerDefinition<SyncScheduleConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SyncScheduleConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.OnlyAnswerQuestions(consumerConfigurator);
}
