namespace GarminSync.Gateway.Accounts;

/// <summary>The linked accounts.</summary>
/// <param name="Accounts">By user id; empty when none is linked.</param>
internal sealed record AccountListAnswer(IReadOnlyList<AccountAnswer> Accounts);
