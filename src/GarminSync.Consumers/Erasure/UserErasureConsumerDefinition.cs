using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Erasure;

/// <summary>Not retried: the caller asks again, and a second order finds the first. With inbox and outbox, so that the note, the unlinking and its events are one.</summary>
internal sealed class UserErasureConsumerDefinition : ConsumerDefinition<UserErasureConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<UserErasureConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseStateStoreOutbox(context);
}
