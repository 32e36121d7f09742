using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Notes on the account what concerns all its jobs: that Garmin limits its requests, or that a person has to log in.</summary>
internal sealed class AccountTrouble(StateDb db, TimeProvider clock)
{
    // When Garmin does not say how long, at least half an hour (protocol, section 4.1); longer each time that the wait before was not enough.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(120)];

    /// <summary>Returns the trouble with the time until which this account really has to wait.</summary>
    public async Task<Trouble> RememberAsync(ConsumeContext context, string userId, Trouble trouble)
    {
        if (trouble.Action is not (TroubleAction.WaitOutRateLimit or TroubleAction.WaitForLogin))
        {
            return trouble;
        }

        // Written in the caller's transaction and not through the change tracker: of two items that meet the same trouble at once, one finds it noted.
        await db.BeginAsync(context.CancellationToken);
        var account = db.Set<GarminAccount>().Where(row => row.UserId == userId);
        if (trouble.Action == TroubleAction.WaitOutRateLimit)
        {
            return trouble with { Until = await PauseAsync(account, trouble, context.CancellationToken) };
        }

        // What was asked for before the last login may have met the tokens before it. When it is asked for again, it meets the new ones.
        var asked = context.SentTime is { } sent ? new DateTimeOffset(sent, TimeSpan.Zero) : DateTimeOffset.MaxValue;
        if (await account.Where(row => !row.NeedsLogin && row.LinkedAt <= asked).ExecuteUpdateAsync(row => row.SetProperty(noted => noted.NeedsLogin, true), context.CancellationToken) == 1)
        {
            await context.Publish(new GarminReauthenticationRequired { UserId = userId, Reason = trouble.Reason }, context.CancellationToken);
        }

        return trouble;
    }

    /// <summary>A piece of work went well: the next pause is a short one again.</summary>
    public async Task ForgetRateLimitsAsync(string userId, CancellationToken cancellationToken)
    {
        // What was in flight when the pause began may end well, and says nothing about the limit.
        var now = clock.GetUtcNow();
        if (await db.Set<GarminAccount>().SingleOrDefaultAsync(
            row => row.UserId == userId && row.RateLimitsInRow > 0 && row.RateLimitedUntil <= now, cancellationToken) is { } account)
        {
            account.RateLimitsInRow = 0;
        }
    }

    private async Task<DateTimeOffset?> PauseAsync(IQueryable<GarminAccount> account, Trouble trouble, CancellationToken cancellationToken)
    {
        // Writing it, though it stays what it is, locks the row: refusals that come at once are looked at one after the other.
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
            // Else two calls that are refused at once are one refusal.
            until = now + Pauses[Math.Min(inRow++, Pauses.Length - 1)];
        }

        await account.ExecuteUpdateAsync(
            row => row.SetProperty(noted => noted.RateLimitedUntil, until).SetProperty(noted => noted.RateLimitsInRow, inRow), cancellationToken);
        return until;
    }
}
