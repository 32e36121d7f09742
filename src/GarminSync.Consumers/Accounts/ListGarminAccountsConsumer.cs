using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

internal sealed class ListGarminAccountsConsumer(StateDb db, AccountStatuses statuses) : IConsumer<ListGarminAccounts>
{
    public async Task Consume(ConsumeContext<ListGarminAccounts> context)
    {
        var userId = context.Message.UserId;
        var accounts = await db.Set<GarminAccount>().AsNoTracking()
            .Where(account => account.Linked && (userId == null || account.UserId == userId))
            .OrderBy(account => account.UserId)
            .ToListAsync(context.CancellationToken);
        await context.RespondAsync(new GarminAccountList { Accounts = await statuses.OfAsync(accounts, context.CancellationToken) });
    }
}
