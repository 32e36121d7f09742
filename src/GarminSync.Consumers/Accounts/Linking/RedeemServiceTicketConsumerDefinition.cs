using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried. A ticket works once.</summary>
internal sealed class RedeemServiceTicketConsumerDefinition : ConsumerDefinition<RedeemServiceTicketConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<RedeemServiceTicketConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseStateStoreOutbox(context);
}
