using GarminSync.Consumers.Accounts;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Notes on the account what concerns all its jobs: that Garmin limits its requests, or that a person has to log in.</summary>
internal sealed class AccountTrouble(AccountStates accounts, TimeProvider clock)
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

        if (trouble.Action == TroubleAction.WaitOutRateLimit)
        {
            return trouble with { Until = await PauseAsync(userId, trouble, context.CancellationToken) };
        }

        // What was asked for before the last login may have met the tokens before it. When it is asked for again, it meets the new ones.
        var asked = context.SentTime is { } sent ? new DateTimeOffset(sent, TimeSpan.Zero) : DateTimeOffset.MaxValue;
        if (await accounts.NeedLoginAsync(userId, asked, context.CancellationToken))
        {
            await context.Publish(new GarminReauthenticationRequired { UserId = userId, Reason = trouble.Reason }, context.CancellationToken);
        }

        return trouble;
    }

    /// <summary>A piece of work went well: the next pause is a short one again.</summary>
    public Task ForgetRateLimitsAsync(string userId, CancellationToken cancellationToken) => accounts.ForgetPausesAsync(userId, cancellationToken);

    private async Task<DateTimeOffset?> PauseAsync(string userId, Trouble trouble, CancellationToken cancellationToken)
    {
        // Locked: refusals that come at once are looked at one after the other.
        if (await accounts.LockAsync(userId, cancellationToken) is not { } account)
        {
            return trouble.Until;
        }

        var now = clock.GetUtcNow();
        var (until, inRow) = (account.RateLimitedUntil, account.RateLimitsInRow);
        if (!trouble.UntilIsGuess)
        {
            until = trouble.Until;
        }
        else if (until is null || until <= now)
        {
            // Else two calls that are refused at once are one refusal.
            until = now + Pauses[Math.Min(inRow++, Pauses.Length - 1)];
        }

        await accounts.PauseAsync(userId, until, inRow, cancellationToken);
        return until;
    }
}
