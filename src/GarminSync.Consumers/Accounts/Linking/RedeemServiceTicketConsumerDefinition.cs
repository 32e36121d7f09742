namespace GarminSync.Consumers.Accounts;

/// <summary>Not retried: a ticket works once.</summary>
internal sealed class RedeemServiceTicketConsumerDefinition : LoginConsumerDefinition<RedeemServiceTicketConsumer>;
