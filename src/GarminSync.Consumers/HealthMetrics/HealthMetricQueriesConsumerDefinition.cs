using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Questions: nothing to repeat, nothing to keep in step.</summary>
internal sealed class HealthMetricQueriesConsumerDefinition : ConsumerDefinition<HealthMetricQueriesConsumer>;
