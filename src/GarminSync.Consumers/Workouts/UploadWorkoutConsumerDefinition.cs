using GarminSync.Consumers.State;
using MassTransit;

namespace GarminSync.Consumers.Workouts;

/// <summary>Waits for HTTP most of the time, so many at once; how many of one account is the saga's to say.</summary>
internal sealed class UploadWorkoutConsumerDefinition : ConsumerDefinition<UploadWorkoutConsumer>
{
    public UploadWorkoutConsumerDefinition() => ConcurrentMessageLimit = 16;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<UploadWorkoutConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseMessageRetry(retry => retry.Intervals(200, 1000));
        endpointConfigurator.WaitOutStateStoreOutages();
        endpointConfigurator.UseStateStoreOutbox(context);
    }
}
