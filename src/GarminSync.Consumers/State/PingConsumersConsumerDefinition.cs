using MassTransit;

namespace GarminSync.Consumers.State;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class PingConsumersConsumerDefinition : ConsumerDefinition<PingConsumersConsumer>;
