using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried. A code works once, and Garmin counts wrong ones.</summary>
internal sealed class SubmitMfaCodeConsumerDefinition : ConsumerDefinition<SubmitMfaCodeConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SubmitMfaCodeConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseStateStoreOutbox(context);
}
