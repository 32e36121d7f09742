using CentralDb.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Keys;

/// <summary>
/// Seals what is stored once more, with the key that seals now. What is sealed with it already is left alone, so that doing it again, or going on after a
/// process was killed, does no harm.
/// </summary>
internal sealed class Resealing(StateDb db, StoredCredentials credentials, UnsavedTokens unsaved, PendingLogins logins, RenewalLease lease)
{
    /// <summary>The logins that wait for a code, and all accounts that are linked; one account that fails does not stop the others.</summary>
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
            // Tokens that are renewed meanwhile would be overwritten with dead ones.
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
