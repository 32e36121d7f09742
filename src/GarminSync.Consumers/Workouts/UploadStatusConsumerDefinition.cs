using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Workouts;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class UploadStatusConsumerDefinition : ConsumerDefinition<UploadStatusConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<UploadStatusConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.OnlyAnswerQuestions(consumerConfigurator);
}
