using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Only reads: no retry, no outbox.</summary>
internal sealed class SyncJobQueriesConsumerDefinition : ConsumerDefinition<SyncJobQueriesConsumer>;
