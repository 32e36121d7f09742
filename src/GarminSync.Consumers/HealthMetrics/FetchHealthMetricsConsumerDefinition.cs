using GarminSync.Consumers.State;
using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Waits for HTTP most of the time, so many at once; how many of one account is the saga's to say.</summary>
internal sealed class FetchHealthMetricsConsumerDefinition : ConsumerDefinition<FetchHealthMetricsConsumer>
{
    public FetchHealthMetricsConsumerDefinition() => ConcurrentMessageLimit = 16;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<FetchHealthMetricsConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseMessageRetry(retry => retry.Intervals(200, 1000));
        endpointConfigurator.WaitOutStateStoreOutages();
        endpointConfigurator.UseStateStoreOutbox(context);
    }
}
