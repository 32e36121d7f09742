using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Notes on the account that Garmin limits its requests, or that a person has to log in: both concern all its jobs.</summary>
internal sealed class AccountTrouble(StateDb db, TimeProvider clock)
{
    // For when Garmin does not say how long: half an hour at least (docs/garmin-connect.md), longer when that was not enough.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(120)];

    /// <summary>Returns the trouble with the time until which this account has to wait.</summary>
    public async Task<Trouble> RememberAsync(ConsumeContext context, string userId, Trouble trouble)
    {
        if (trouble.Action is not (TroubleAction.WaitOutRateLimit or TroubleAction.WaitForLogin))
        {
            return trouble;
        }

        // Written at once, in the caller's transaction: of two items that meet the same trouble at the same time, the second finds it noted.
        await db.BeginAsync(context.CancellationToken);
        var account = db.Set<GarminAccount>().Where(row => row.UserId == userId);
        if (trouble.Action == TroubleAction.WaitOutRateLimit)
        {
            return trouble with { Until = await PauseAsync(account, trouble, context.CancellationToken) };
        }

        // An order from before the last login may have used the old tokens; its next try uses the new ones.
        var asked = context.SentTime is { } sent ? new DateTimeOffset(sent, TimeSpan.Zero) : DateTimeOffset.MaxValue;
        if (await account.Where(row => !row.NeedsLogin && row.LinkedAt <= asked).ExecuteUpdateAsync(row => row.SetProperty(noted => noted.NeedsLogin, true), context.CancellationToken) == 1)
        {
            await context.Publish(new GarminReauthenticationRequired { UserId = userId, Reason = trouble.Reason }, context.CancellationToken);
        }

        return trouble;
    }

    /// <summary>Work has succeeded: the next pause is a short one again.</summary>
    public async Task ForgetRateLimitsAsync(string userId, CancellationToken cancellationToken)
    {
        // Work that was in flight when the pause began proves nothing.
        var now = clock.GetUtcNow();
        if (await db.Set<GarminAccount>().SingleOrDefaultAsync(
            row => row.UserId == userId && row.RateLimitsInRow > 0 && row.RateLimitedUntil <= now, cancellationToken) is { } account)
        {
            account.RateLimitsInRow = 0;
        }
    }

    private async Task<DateTimeOffset?> PauseAsync(IQueryable<GarminAccount> account, Trouble trouble, CancellationToken cancellationToken)
    {
        // Locks the row by writing it unchanged, so that simultaneous refusals are handled one after the other.
        if (await account.ExecuteUpdateAsync(row => row.SetProperty(noted => noted.RateLimitsInRow, noted => noted.RateLimitsInRow), cancellationToken) == 0)
        {
            return trouble.Until;
        }

        var now = clock.GetUtcNow();
        var (until, inRow) = await account.Select(row => new ValueTuple<DateTimeOffset?, int>(row.RateLimitedUntil, row.RateLimitsInRow)).SingleAsync(cancellationToken);
        if (!trouble.UntilIsGuess)
        {
            until = trouble.Until;
        }
        else if (until is null || until <= now)
        {
            // A refusal during the pause is the same refusal.
            until = now + Pauses[Math.Min(inRow++, Pauses.Length - 1)];
        }

        await account.ExecuteUpdateAsync(
            row => row.SetProperty(noted => noted.RateLimitedUntil, until).SetProperty(noted => noted.RateLimitsInRow, inRow), cancellationToken);
        return until;
    }
}
