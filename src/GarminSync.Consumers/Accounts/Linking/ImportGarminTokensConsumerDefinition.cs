namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried: a refresh token works once.</summary>
internal sealed class ImportGarminTokensConsumerDefinition : LoginConsumerDefinition<ImportGarminTokensConsumer>;
