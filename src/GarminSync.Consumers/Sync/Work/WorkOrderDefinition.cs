using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>How work orders are consumed: many at a time, because consumers mostly wait for HTTP. The saga limits how many are of one account.</summary>
internal abstract class WorkOrderDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    protected WorkOrderDefinition() => ConcurrentMessageLimit = 16;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseMessageRetry(retry => retry.Intervals(200, 1000));
        endpointConfigurator.WaitOutStateStoreOutages(context);
        endpointConfigurator.UseStateStoreOutbox(context);
    }
}
