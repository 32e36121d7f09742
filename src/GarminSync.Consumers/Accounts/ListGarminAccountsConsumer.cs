using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

internal sealed class ListGarminAccountsConsumer(StateDb db, TimeProvider clock) : IConsumer<ListGarminAccounts>
{
    public async Task Consume(ConsumeContext<ListGarminAccounts> context)
    {
        var userId = context.Message.UserId;
        var now = clock.GetUtcNow();
        var accounts = await db.Set<GarminAccount>().AsNoTracking()
            .Where(account => account.Linked && (userId == null || account.UserId == userId))
            .OrderBy(account => account.UserId)
            .ToListAsync(context.CancellationToken);
        await context.RespondAsync(new GarminAccountList { Accounts = [.. accounts.Select(account => ToStatus(account, now))] });
    }

    private static GarminAccountStatus ToStatus(GarminAccount account, DateTimeOffset now) => new()
    {
        UserId = account.UserId,
        UserName = account.UserName,
        DisplayName = account.DisplayName,
        Status = account.NeedsLogin ? GarminAccountStatuses.NeedsLogin
            : account.RateLimitedUntil > now ? GarminAccountStatuses.RateLimited
            : GarminAccountStatuses.Linked,
        LinkedAt = account.LinkedAt,
        RateLimitedUntil = account.RateLimitedUntil > now ? account.RateLimitedUntil : null,
        TokenExpiresAt = account.TokenExpiresAt,
        LastSyncAt = account.LastSyncAt,
    };
}
