using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried. A refresh token works once.</summary>
internal sealed class ImportGarminTokensConsumerDefinition : ConsumerDefinition<ImportGarminTokensConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ImportGarminTokensConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseStateStoreOutbox(context);
}
