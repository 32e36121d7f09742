using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Finds out when a user is synchronised next.</summary>
internal sealed class NextSyncQueries(StateDb db, INextSync nextSync)
{
    /// <param name="userId">Null: the only linked account, if there is just one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>UTC; null when nothing is scheduled.</returns>
    public async Task<DateTimeOffset?> OfAsync(string? userId, CancellationToken cancellationToken)
    {
        var accounts = await db.Set<GarminAccount>().AsNoTracking()
            .Where(account => account.Linked && (userId == null || account.UserId == userId))
            .OrderBy(account => account.UserId).Take(2).ToListAsync(cancellationToken);
        return accounts is [var only] && (await nextSync.OfAsync(accounts, cancellationToken)).TryGetValue(only.UserId, out var next) ? next : null;
    }
}
