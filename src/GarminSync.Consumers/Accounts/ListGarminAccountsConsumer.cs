using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

internal sealed class ListGarminAccountsConsumer(StateDb db, INextSync nextSync, TimeProvider clock) : IConsumer<ListGarminAccounts>
{
    public async Task Consume(ConsumeContext<ListGarminAccounts> context)
    {
        var userId = context.Message.UserId;
        var now = clock.GetUtcNow();
        var accounts = await db.Set<GarminAccount>().AsNoTracking()
            .Where(account => account.Linked && (userId == null || account.UserId == userId))
            .OrderBy(account => account.UserId)
            .ToListAsync(context.CancellationToken);
        var cooldowns = await db.Set<LoginCooldown>().AsNoTracking()
            .Where(row => row.Until > now)
            .ToDictionaryAsync(row => row.AccountName, row => row.Until, context.CancellationToken);
        var next = await nextSync.OfAsync(accounts, context.CancellationToken);
        await context.RespondAsync(new GarminAccountList
        {
            Accounts = [.. accounts.Select(account => ToStatus(account, cooldowns.GetValueOrDefault(AccountName.KeyOf(account.UserName)), now) with
            {
                NextSyncAt = next.TryGetValue(account.UserId, out var at) ? at : null,
            })],
        });
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
