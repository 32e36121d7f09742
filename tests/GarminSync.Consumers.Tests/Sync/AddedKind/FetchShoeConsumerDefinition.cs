using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Tests.Sync.AddedKind;

/// <inheritdoc/>
internal sealed class FetchShoeConsumerDefinition : WorkOrderDefinition<FetchShoeConsumer>;
