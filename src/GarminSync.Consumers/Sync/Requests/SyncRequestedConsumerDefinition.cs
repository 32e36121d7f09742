using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Takes plain JSON too. No inbox, because publishers in other languages may send no message id; a duplicate joins the job of the first.
/// </summary>
internal sealed class SyncRequestedConsumerDefinition : ConsumerDefinition<SyncRequestedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SyncRequestedConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseMessageRetry(retry => retry.Intervals(100, 500));
        endpointConfigurator.WaitOutStateStoreOutages(context);
        endpointConfigurator.AddDeserializer(new PlainJson(), isDefault: true);
    }
}
