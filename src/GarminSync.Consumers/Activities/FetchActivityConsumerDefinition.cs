using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <inheritdoc/>
internal sealed class FetchActivityConsumerDefinition : WorkOrderDefinition<FetchActivityConsumer>;
