using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried: a second login at Garmin after a failed one is what locks accounts.</summary>
internal sealed class LinkGarminAccountConsumerDefinition : ConsumerDefinition<LinkGarminAccountConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<LinkGarminAccountConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseStateStoreOutbox(context);
}
