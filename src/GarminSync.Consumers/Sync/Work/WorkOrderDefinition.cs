using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>How orders of jobs are consumed. A consumer waits for HTTP most of the time, so many at once; how many of one account is the saga's to say.</summary>
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
