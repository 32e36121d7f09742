using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Schedules;

/// <inheritdoc/>
internal sealed class LookForNewsConsumerDefinition : WorkOrderDefinition<LookForNewsConsumer>;
