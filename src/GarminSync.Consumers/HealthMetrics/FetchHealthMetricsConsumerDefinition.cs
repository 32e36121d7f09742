using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.HealthMetrics;

/// <inheritdoc/>
internal sealed class FetchHealthMetricsConsumerDefinition : WorkOrderDefinition<FetchHealthMetricsConsumer>;
