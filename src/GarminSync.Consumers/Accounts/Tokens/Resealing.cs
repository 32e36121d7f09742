using CentralDb.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Seals all stored secrets again, with the current key. Secrets that have it already are left alone, so that it does no harm to run this again, for instance
/// after it was killed.
/// </summary>
internal sealed class Resealing(StateDb db, StoredCredentials credentials, UnsavedTokens unsaved, PendingLogins logins, RenewalLease lease)
{
    /// <summary>Reseals the logins that wait for a code, and all linked accounts. If an account fails, the others are still done.</summary>
    public async Task<ResealingResult> RunAsync(CancellationToken cancellationToken)
    {
        await logins.ResealAsync(cancellationToken);
        var users = await db.Set<GarminAccount>().AsNoTracking().Where(account => account.Linked)
            .Select(account => account.UserId).OrderBy(userId => userId).ToListAsync(cancellationToken);
        var result = new ResealingResult(0, 0, []);
        foreach (var userId in users)
        {
            result = await ResealAsync(result, userId, cancellationToken);
        }

        return result;
    }

    private async Task<ResealingResult> ResealAsync(ResealingResult result, string userId, CancellationToken cancellationToken)
    {
        try
        {
            // Otherwise tokens that are renewed meanwhile would be overwritten with old ones.
            await using var held = await lease.TakeAsync(userId, cancellationToken);
            await unsaved.ResealAsync(userId, cancellationToken);
            return await credentials.ResealAsync(userId, cancellationToken)
                ? result with { Resealed = result.Resealed + 1 }
                : result with { Current = result.Current + 1 };
        }
        catch (Exception exception) when (exception is UnsealException or CentralDbUnreachableException or CentralDbRejectedException)
        {
            return result with { Failures = [.. result.Failures, $"User {userId}: {exception.Message}"] };
        }
    }
}
