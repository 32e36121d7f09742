using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class ListGarminAccountsConsumerDefinition : ConsumerDefinition<ListGarminAccountsConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ListGarminAccountsConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.OnlyAnswerQuestions(consumerConfigurator);
}
