namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried: a code works once, and Garmin counts the wrong ones.</summary>
internal sealed class SubmitMfaCodeConsumerDefinition : LoginConsumerDefinition<SubmitMfaCodeConsumer>;
