using GarminSync.Consumers.CentralDb;
using GarminSync.Consumers.GarminConnect;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>Logs in to Garmin and makes the account one that can be synced.</summary>
internal sealed class AccountLinking(StateDb db, CentralDbClient centralDb, StoredCredentials credentials, GarminSignIn garmin, TimeProvider clock)
{
    /// <summary>One attempt at Garmin, and only when its result can be stored: CentralDB is asked first.</summary>
    /// <exception cref="CentralDbUnreachableException">CentralDB did not answer; when that was before the login, Garmin was not asked.</exception>
    public async Task<LinkingOutcome> LinkAsync(string userName, string password, CancellationToken cancellationToken)
    {
        await centralDb.FindUserAsync(userName, cancellationToken);
        var outcome = await garmin.SignInAsync(userName, password, cancellationToken);
        if (outcome is not SignInOutcome.SignedIn signedIn)
        {
            return new LinkingOutcome(outcome, UserId: null);
        }

        var user = await centralDb.FindOrCreateUserAsync(userName, cancellationToken);
        await credentials.SaveAsync(user.Id, new LinkedCredentials(userName, password, signedIn.Tokens), cancellationToken);
        await RememberAsync(user.Id, userName, signedIn, cancellationToken);
        return new LinkingOutcome(outcome, user.Id);
    }

    private async Task RememberAsync(string userId, string userName, SignInOutcome.SignedIn signedIn, CancellationToken cancellationToken)
    {
        var account = await db.Set<GarminAccount>().SingleOrDefaultAsync(known => known.UserId == userId, cancellationToken);
        if (account is null)
        {
            account = new GarminAccount { UserId = userId };
            db.Add(account);
        }

        account.UserName = userName;
        account.DisplayName = signedIn.Profile?.DisplayName ?? account.DisplayName;
        account.Linked = true;
        account.NeedsLogin = false;
        account.LinkedAt = clock.GetUtcNow();
        account.TokenExpiresAt = signedIn.Tokens.AccessTokenExpiresAt;
    }
}
