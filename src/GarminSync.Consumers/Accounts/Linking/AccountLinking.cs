using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>Makes an account that Garmin let us into one that can be synced.</summary>
internal sealed class AccountLinking(
    StateDb db, CentralDbClient centralDb, StoredCredentials credentials, RenewalLease lease, TimeProvider clock)
{
    /// <summary>Asks CentralDB before Garmin: what Garmin gives can be had once, and must be stored.</summary>
    /// <exception cref="CentralDbUnreachableException">It did not answer.</exception>
    public Task CheckStoreAsync(string email, CancellationToken cancellationToken) => centralDb.FindUserAsync(email, cancellationToken);

    /// <summary>
    /// Stores the credentials in CentralDB, and then that the account is linked: should the process end between the two, the credentials are safe.
    /// </summary>
    /// <param name="email">Of the CentralDB user, who is made when there is none.</param>
    public async Task<LinkingOutcome> LinkAsync(string email, LinkedCredentials linked, GarminProfile? profile, CancellationToken cancellationToken)
    {
        var user = await centralDb.FindOrCreateUserAsync(email, cancellationToken);
        return await LinkUserAsync(user.Id, linked, profile, cancellationToken);
    }

    /// <summary>The same for an account whose e-mail nobody named: the one in Garmin's profile, else that of an account known by its display name.</summary>
    public async Task<LinkingOutcome> LinkAsync(string? email, GarminTokens tokens, GarminProfile? profile, CancellationToken cancellationToken)
    {
        if ((email ?? profile?.UserName) is { } address && address.Contains('@', StringComparison.Ordinal))
        {
            return await LinkAsync(address, new LinkedCredentials(profile?.UserName ?? address, Password: null, tokens), profile, cancellationToken);
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
        // Whoever is renewing the old tokens would store them, and the old password, over these.
        var isKnown = await db.Set<GarminAccount>().AnyAsync(known => known.UserId == userId, cancellationToken);
        await using (isKnown ? await lease.TakeAsync(userId, cancellationToken) : null)
        {
            await credentials.SaveAsync(userId, linked, cancellationToken);
        }

        var account = await db.Set<GarminAccount>().SingleOrDefaultAsync(known => known.UserId == userId, cancellationToken);
        if (account is null)
        {
            account = new GarminAccount { UserId = userId };
            db.Add(account);
        }

        account.UserName = linked.UserName;
        account.DisplayName = profile?.DisplayName ?? account.DisplayName;
        account.Linked = true;
        account.NeedsLogin = false;
        account.LinkedAt = clock.GetUtcNow();
        account.TokenExpiresAt = linked.Tokens.AccessTokenExpiresAt;
        if (isKnown)
        {
            // Written also when it was false: a piece of work that the old tokens did not get far may be noting just now that they need a login.
            db.Entry(account).Property(known => known.NeedsLogin).IsModified = true;
        }

        return new LinkingOutcome.Linked(userId, linked.UserName);
    }
}
