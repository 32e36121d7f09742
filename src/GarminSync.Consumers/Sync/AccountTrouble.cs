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
        if (trouble.Action is not (TroubleAction.WaitOutRateLimit or TroubleAction.WaitForLogin)
            || await db.Set<GarminAccount>().SingleOrDefaultAsync(row => row.UserId == userId, context.CancellationToken) is not { } account)
        {
            return;
        }

        if (trouble.Action == TroubleAction.WaitOutRateLimit)
        {
            account.RateLimitedUntil = trouble.Until;
        }
        else if (!account.NeedsLogin)
        {
            account.NeedsLogin = true;
            await context.Publish(new GarminReauthenticationRequired { UserId = userId, Reason = trouble.Reason }, context.CancellationToken);
        }
    }
}
