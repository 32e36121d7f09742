namespace GarminSync.Web.Api;

/// <summary>The linked accounts, by user id.</summary>
public sealed record AccountList(IReadOnlyList<Account> Accounts)
{
    /// <summary>The one that a page shows; null when there is none.</summary>
    /// <param name="userId">Whose, as the address of the page says it; the first of all when it names nobody who is there.</param>
    public Account? Chosen(string? userId) => Accounts.FirstOrDefault(account => account.UserId == userId) ?? (Accounts.Count > 0 ? Accounts[0] : null);
}
