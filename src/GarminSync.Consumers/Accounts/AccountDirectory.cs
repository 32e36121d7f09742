using CentralDb.Client;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>Finds linked accounts. One that the state store does not know is looked for in CentralDB, and its row made again.</summary>
internal sealed class AccountDirectory(StateDb db, AccountStates accounts, UserErasures erasures, CentralDbClient centralDb)
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

        return await FindKnownAsync(userId, cancellationToken) ?? await TakeOverAsync(userId, cancellationToken);
    }

    /// <summary>Null when the state store does not know the user.</summary>
    private async Task<AccountLookup?> FindKnownAsync(string userId, CancellationToken cancellationToken) =>
        await db.Set<GarminAccount>().SingleOrDefaultAsync(account => account.UserId == userId, cancellationToken) switch
        {
            { Linked: true } known => new AccountLookup.Found(known),
            // Also of a row that is gone: CentralDB may still have the tokens, and the row must not be made again from them.
            _ when await erasures.IsUnderWayAsync(userId, cancellationToken) => new AccountLookup.BeingErased(),
            { Linked: false } => new AccountLookup.NotLinked(),
            null => null,
        };

    private async Task<AccountLookup> TakeOverAsync(string userId, CancellationToken cancellationToken)
    {
        if (await centralDb.GetUserAsync(userId, cancellationToken) is not { } user)
        {
            return new AccountLookup.UnknownUser();
        }

        // CentralDB may spell the id in another way, such as a UUID without capitals. Its own way is the one that counts.
        if (user.Id != userId && await FindKnownAsync(user.Id, cancellationToken) is { } known)
        {
            return known;
        }

        var credentials = await centralDb.GetCredentialsAsync(user.Id, cancellationToken);
        if (credentials?.AccessToken is null)
        {
            return new AccountLookup.NotLinked();
        }

        await erasures.ForgetEndedAsync(user.Id, cancellationToken);
        return new AccountLookup.Found(
            await accounts.TakeOverAsync(user.Id, credentials.GarminUsername ?? "", credentials.TokenExpirationDate, cancellationToken));
    }
}
