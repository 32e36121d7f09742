using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Forgetting twice is the same as once.</summary>
internal sealed class UnlinkGarminAccountConsumerDefinition : ConsumerDefinition<UnlinkGarminAccountConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<UnlinkGarminAccountConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseStateStoreOutbox(context);
}
