using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Only reads: no retry, no outbox.</summary>
internal sealed class HealthMetricQueriesConsumerDefinition : ConsumerDefinition<HealthMetricQueriesConsumer>;
