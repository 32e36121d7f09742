using CentralDb.Client;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>Finds linked accounts. One that the state store does not know is looked for in CentralDB, and its row made again.</summary>
internal sealed class AccountDirectory(StateDb db, AccountStates accounts, CentralDbClient centralDb)
{
    /// <summary>The account of this user, or the only linked account when <paramref name="userId"/> is null.</summary>
    /// <exception cref="CentralDbUnreachableException">The state store does not know the user and CentralDB did not answer.</exception>
    public async Task<AccountLookup> FindAsync(string? userId, CancellationToken cancellationToken)
    {
        if (userId is null)
        {
            return await db.Set<GarminAccount>().Where(account => account.Linked).OrderBy(account => account.UserId).Take(2).ToListAsync(cancellationToken) switch
            {
                [] => new AccountLookup.NotLinked(),
                [var only] => new AccountLookup.Found(only),
                _ => new AccountLookup.Ambiguous(),
            };
        }

        var known = await db.Set<GarminAccount>().SingleOrDefaultAsync(account => account.UserId == userId, cancellationToken);
        return known switch
        {
            { Linked: true } => new AccountLookup.Found(known),
            { Linked: false } => new AccountLookup.NotLinked(),
            null => await TakeOverAsync(userId, cancellationToken),
        };
    }

    private async Task<AccountLookup> TakeOverAsync(string userId, CancellationToken cancellationToken)
    {
        if (await centralDb.GetUserAsync(userId, cancellationToken) is null)
        {
            return new AccountLookup.UnknownUser();
        }

        var credentials = await centralDb.GetCredentialsAsync(userId, cancellationToken);
        if (credentials?.AccessToken is null)
        {
            return new AccountLookup.NotLinked();
        }

        return new AccountLookup.Found(
            await accounts.TakeOverAsync(userId, credentials.GarminUsername ?? "", credentials.TokenExpirationDate, cancellationToken));
    }
}
