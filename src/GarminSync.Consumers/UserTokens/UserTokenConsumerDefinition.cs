using MassTransit;

namespace GarminSync.Consumers.UserTokens;

/// <summary>No inbox or outbox: it publishes nothing, and doing it twice gives the same result.</summary>
internal sealed class UserTokenConsumerDefinition : ConsumerDefinition<UserTokenConsumer>;
