using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Schedules;

/// <inheritdoc/>
internal sealed class LookForNewsConsumerDefinition : WorkOrderDefinition<LookForNewsConsumer>
{
    // Within the rights that docs/rabbitmq.md has named for the consumers since version 1.0, so that an upgrade needs no others.
    public LookForNewsConsumerDefinition() => EndpointName = "sync-look-for-news";
}
