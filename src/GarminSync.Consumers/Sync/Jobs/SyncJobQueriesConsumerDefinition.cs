using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Questions: nothing to repeat, nothing to keep in step.</summary>
internal sealed class SyncJobQueriesConsumerDefinition : ConsumerDefinition<SyncJobQueriesConsumer>;
