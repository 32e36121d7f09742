using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Notes on the account what concerns all its jobs: that Garmin limits its requests, or that a person has to log in.</summary>
internal sealed class AccountTrouble(StateDb db)
{
    public async Task RememberAsync(ConsumeContext context, string userId, Trouble trouble)
    {
        if (trouble.Action is not (TroubleAction.WaitOutRateLimit or TroubleAction.WaitForLogin))
        {
            return;
        }

        // Written in the caller's transaction and not through the change tracker: of two items that meet the same trouble at once, one finds it noted.
        await db.BeginAsync(context.CancellationToken);
        var account = db.Set<GarminAccount>().Where(row => row.UserId == userId);
        if (trouble.Action == TroubleAction.WaitOutRateLimit)
        {
            await account.ExecuteUpdateAsync(row => row.SetProperty(noted => noted.RateLimitedUntil, trouble.Until), context.CancellationToken);
        }
        else if (await account.Where(row => !row.NeedsLogin).ExecuteUpdateAsync(row => row.SetProperty(noted => noted.NeedsLogin, true), context.CancellationToken) == 1)
        {
            await context.Publish(new GarminReauthenticationRequired { UserId = userId, Reason = trouble.Reason }, context.CancellationToken);
        }
    }
}
