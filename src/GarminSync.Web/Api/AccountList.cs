namespace GarminSync.Web.Api;

/// <summary>The linked accounts, by user id.</summary>
public sealed record AccountList(IReadOnlyList<Account> Accounts);
