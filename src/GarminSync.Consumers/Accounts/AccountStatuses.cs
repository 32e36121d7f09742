using GarminSync.Consumers.State;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>Says of accounts what others may know of them.</summary>
internal sealed class AccountStatuses(StateDb db, INextSync nextSync, TimeProvider clock)
{
    /// <summary>In the order given.</summary>
    public async Task<IReadOnlyList<GarminAccountStatus>> OfAsync(IReadOnlyList<GarminAccount> accounts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cooldowns = await db.Set<LoginCooldown>().AsNoTracking()
            .Where(row => row.Until > now)
            .ToDictionaryAsync(row => row.AccountName, row => row.Until, cancellationToken);
        var next = await nextSync.OfAsync(accounts, cancellationToken);
        return
        [
            .. accounts.Select(account => ToStatus(account, cooldowns.GetValueOrDefault(AccountName.KeyOf(account.UserName)), now) with
            {
                NextSyncAt = next.TryGetValue(account.UserId, out var at) ? at : null,
            }),
        ];
    }

    private static GarminAccountStatus ToStatus(GarminAccount account, DateTimeOffset? noLoginBefore, DateTimeOffset now)
    {
        var limitedUntil = account.RateLimitedUntil > now && !(noLoginBefore > account.RateLimitedUntil) ? account.RateLimitedUntil : noLoginBefore;
        return new()
        {
            UserId = account.UserId,
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            // A cooldown comes first: Garmin would not accept a login now, so nobody should be told to log in.
            Status = noLoginBefore is not null ? GarminAccountStatuses.RateLimited
                : account.NeedsLogin ? GarminAccountStatuses.NeedsLogin
                : limitedUntil is not null ? GarminAccountStatuses.RateLimited
                : GarminAccountStatuses.Linked,
            LinkedAt = account.LinkedAt,
            RateLimitedUntil = limitedUntil,
            TokenExpiresAt = account.TokenExpiresAt,
            LastSyncAt = account.LastSyncAt,
        };
    }
}
