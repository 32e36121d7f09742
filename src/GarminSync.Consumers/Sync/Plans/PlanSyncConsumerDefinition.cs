namespace GarminSync.Consumers.Sync;

/// <inheritdoc/>
internal sealed class PlanSyncConsumerDefinition : WorkOrderDefinition<PlanSyncConsumer>;
