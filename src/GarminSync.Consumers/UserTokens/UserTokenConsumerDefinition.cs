using MassTransit;

namespace GarminSync.Consumers.UserTokens;

/// <summary>Nothing is published, and each write says how it shall be, so doing it twice does no harm.</summary>
internal sealed class UserTokenConsumerDefinition : ConsumerDefinition<UserTokenConsumer>;
