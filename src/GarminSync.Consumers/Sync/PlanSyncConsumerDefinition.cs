using GarminSync.Consumers.State;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Waits for HTTP most of the time; one plan of an account at a time, because one of its jobs runs at a time.</summary>
internal sealed class PlanSyncConsumerDefinition : ConsumerDefinition<PlanSyncConsumer>
{
    public PlanSyncConsumerDefinition() => ConcurrentMessageLimit = 16;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PlanSyncConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseMessageRetry(retry => retry.Intervals(200, 1000));
        endpointConfigurator.WaitOutStateStoreOutages();
        endpointConfigurator.UseStateStoreOutbox(context);
    }
}
