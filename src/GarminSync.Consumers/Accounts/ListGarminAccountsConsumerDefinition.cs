using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>A question: nothing to repeat, nothing to keep in step.</summary>
internal sealed class ListGarminAccountsConsumerDefinition : ConsumerDefinition<ListGarminAccountsConsumer>;
