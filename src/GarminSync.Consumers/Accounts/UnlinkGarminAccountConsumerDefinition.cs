namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried, but may be repeated: unlinking twice is the same as once.</summary>
internal sealed class UnlinkGarminAccountConsumerDefinition : LoginConsumerDefinition<UnlinkGarminAccountConsumer>;
