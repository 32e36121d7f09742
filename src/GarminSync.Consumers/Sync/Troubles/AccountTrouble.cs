using GarminSync.Consumers.Accounts;
using GarminSync.Contracts;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Notes on the account that Garmin limits its requests, or that a person has to log in: both concern all its jobs.</summary>
internal sealed class AccountTrouble(AccountStates accounts, TimeProvider clock)
{
    // For when Garmin does not say how long: half an hour at least (docs/garmin-connect.md), longer when that was not enough.
    private static readonly BackOff Guessed = new(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(120));

    // For when what Garmin said was not enough: it is believed the first time, and after that not less than this.
    private static readonly BackOff Least = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(120));

    /// <summary>Returns the trouble with the time until which this account has to wait.</summary>
    public async Task<Trouble> RememberAsync(ConsumeContext context, string userId, Trouble trouble)
    {
        if (trouble.Action is not (TroubleAction.WaitOutRateLimit or TroubleAction.WaitForLogin))
        {
            return trouble;
        }

        if (trouble.Action == TroubleAction.WaitOutRateLimit)
        {
            return trouble with { Until = await PauseAsync(userId, trouble, context.CancellationToken) };
        }

        // An order from before the last login may have used the old tokens; its next try uses the new ones.
        var asked = context.SentTime is { } sent ? new DateTimeOffset(sent, TimeSpan.Zero) : DateTimeOffset.MaxValue;
        if (await accounts.NeedLoginAsync(userId, asked, context.CancellationToken))
        {
            await context.Publish(new GarminReauthenticationRequired { UserId = userId, Reason = trouble.Reason }, context.CancellationToken);
        }

        return trouble;
    }

    /// <summary>Work has succeeded: the next pause is a short one again.</summary>
    public Task ForgetRateLimitsAsync(string userId, CancellationToken cancellationToken) => accounts.ForgetPausesAsync(userId, cancellationToken);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task<DateTimeOffset?> PauseAsync(string userId, Trouble trouble, CancellationToken cancellationToken)
    {
        // Locked, so that simultaneous refusals are handled one after the other.
        if (await accounts.LockAsync(userId, cancellationToken) is not { } account)
        {
            return trouble.Until;
        }

        var now = clock.GetUtcNow();
        // A refusal during a pause is the same refusal, and does not end the pause earlier.
        var isSame = account.RateLimitedUntil > now;
        if (!isSame)
        {
            SyncMetrics.LimitBegan();
        }

        var inRow = account.RateLimitsInRow + (isSame ? 0 : 1);
        var until = (trouble.UntilIsGuess, inRow) switch
        {
            (true, _) => isSame ? now : now + Guessed.After(inRow),
            (false, <= 1) => trouble.Until ?? now,
            (false, _) => Later(trouble.Until ?? now, now + Least.After(inRow - 1)),
        };
        until = Later(until, account.RateLimitedUntil ?? now);
        await accounts.PauseAsync(userId, until, inRow, cancellationToken);
        return until;
    }
}
