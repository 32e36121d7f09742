using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Only reads, so it needs neither retry nor inbox and outbox.</summary>
internal sealed class ListGarminAccountsConsumerDefinition : ConsumerDefinition<ListGarminAccountsConsumer>;
