using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Notes on the account what concerns all its jobs: that Garmin limits its requests, or that a person has to log in.</summary>
internal sealed class AccountTrouble(StateDb db, TimeProvider clock)
{
    // When Garmin does not say how long: longer each time that the wait before was not enough.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60)];

    /// <summary>Returns the trouble with the time until which this account really has to wait.</summary>
    public async Task<Trouble> RememberAsync(ConsumeContext context, string userId, Trouble trouble)
    {
        if (trouble.Action is not (TroubleAction.WaitOutRateLimit or TroubleAction.WaitForLogin)
            || await db.Set<GarminAccount>().SingleOrDefaultAsync(row => row.UserId == userId, context.CancellationToken) is not { } account)
        {
            return trouble;
        }

        if (trouble.Action == TroubleAction.WaitOutRateLimit)
        {
            account.RateLimitedUntil = trouble.UntilIsGuess ? NextPause(account) : trouble.Until;
            return trouble with { Until = account.RateLimitedUntil };
        }

        if (!account.NeedsLogin)
        {
            account.NeedsLogin = true;
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

    private DateTimeOffset NextPause(GarminAccount account)
    {
        // Two calls at once that are refused are one refusal.
        var now = clock.GetUtcNow();
        return account.RateLimitedUntil is { } until && until > now
            ? until
            : now + Pauses[Math.Min(account.RateLimitsInRow++, Pauses.Length - 1)];
    }
}
