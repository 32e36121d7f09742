using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>The end of each of the four ways to link: stores what Garmin gave, and notes that the account can be synced.</summary>
internal sealed class AccountLinking(
    StateDb db, AccountStates accounts, UserErasures erasures, CentralDbClient centralDb, StoredCredentials credentials, RenewalLease lease)
{
    /// <summary>Finds out whether CentralDB answers. To be called before Garmin is: what Garmin gives, it gives once, so it must be possible to store it.</summary>
    /// <exception cref="CentralDbUnreachableException">It did not answer.</exception>
    public Task CheckStoreAsync(string email, CancellationToken cancellationToken) => centralDb.FindUserAsync(email, cancellationToken);

    /// <summary>
    /// Stores the credentials in CentralDB, and then notes that the account is linked: if the process dies in between, the credentials are safe.
    /// </summary>
    /// <param name="email">E-mail of the CentralDB user, who is created when there is none.</param>
    public async Task<LinkingOutcome> LinkAsync(string email, LinkedCredentials linked, GarminProfile? profile, CancellationToken cancellationToken)
    {
        var user = await centralDb.FindOrCreateUserAsync(email, cancellationToken);
        return await LinkUserAsync(user.Id, linked, profile, cancellationToken);
    }

    /// <summary>
    /// The same when the e-mail may be unknown. Tried in this order: the one given, the one in Garmin's profile, the linked account with the profile's display name.
    /// </summary>
    public async Task<LinkingOutcome> LinkAsync(string? email, GarminTokens tokens, GarminProfile? profile, CancellationToken cancellationToken)
    {
        if ((email ?? profile?.UserName) is { } address && address.Contains('@', StringComparison.Ordinal))
        {
            return await LinkAsync(address, new LinkedCredentials(address, Password: null, tokens), profile, cancellationToken);
        }

        return await FindByDisplayNameAsync(profile?.DisplayName, cancellationToken) is [var only]
            ? await LinkUserAsync(only.UserId, new LinkedCredentials(only.UserName, Password: null, tokens), profile, cancellationToken)
            : new LinkingOutcome.EmailNeeded();
    }

    private async Task<IReadOnlyList<GarminAccount>> FindByDisplayNameAsync(string? displayName, CancellationToken cancellationToken) => displayName is null
        ? []
        : await db.Set<GarminAccount>().AsNoTracking().Where(account => account.DisplayName == displayName).ToListAsync(cancellationToken);

    private async Task<LinkingOutcome> LinkUserAsync(string userId, LinkedCredentials linked, GarminProfile? profile, CancellationToken cancellationToken)
    {
        // Looked for before anything is stored. One that begins later finds what was stored and erases it.
        if (await erasures.IsUnderWayAsync(userId, cancellationToken))
        {
            return new LinkingOutcome.BeingErased(userId);
        }

        // A process that is renewing the old tokens would store them, and the old password, over these.
        var isKnown = await db.Set<GarminAccount>().AnyAsync(known => known.UserId == userId, cancellationToken);
        await using (isKnown ? await lease.TakeAsync(userId, cancellationToken) : null)
        {
            await credentials.SaveAsync(userId, isKnown ? await WithStoredPasswordAsync(userId, linked, cancellationToken) : linked, cancellationToken);
        }

        await erasures.ForgetEndedAsync(userId, cancellationToken);
        await accounts.LinkAsync(userId, linked.UserName, profile?.DisplayName, linked.Tokens.AccessTokenExpiresAt, cancellationToken);
        return new LinkingOutcome.Linked(userId, linked.UserName);
    }

    /// <summary>A login by ticket or tokens says nothing about the password: the one that is stored stays, when it is of the same Garmin account.</summary>
    private async Task<LinkedCredentials> WithStoredPasswordAsync(string userId, LinkedCredentials linked, CancellationToken cancellationToken)
    {
        if (linked.Password is not null)
        {
            return linked;
        }

        try
        {
            return await credentials.FindAsync(userId, cancellationToken) is { } stored && AccountName.KeyOf(stored.UserName) == AccountName.KeyOf(linked.UserName)
                ? linked with { Password = stored.Password }
                : linked;
        }
        catch (UnsealException)
        {
            // Sealed with a key that is lost: this login replaces it.
            return linked;
        }
    }
}
