namespace GarminSync.Consumers.Accounts;

/// <summary>Knows when accounts are synchronised next by themselves; a capability that builds on accounts says it.</summary>
internal interface INextSync
{
    /// <summary>The UTC times, by user id; accounts that nothing is scheduled for are left out.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> OfAsync(IReadOnlyCollection<GarminAccount> accounts, CancellationToken cancellationToken);
}
