namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried: accounts get locked by a second login at Garmin after a failed one.</summary>
internal sealed class LinkGarminAccountConsumerDefinition : LoginConsumerDefinition<LinkGarminAccountConsumer>;
