using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>The only place that sends a password to Garmin.</summary>
internal sealed class PasswordLogin(GarminSignIn garmin, LoginCooldowns cooldowns, PendingLogins pending, TimeProvider clock)
{
    /// <summary>A login that a person asked for. If Garmin wants a code, the codes of earlier logins stop working.</summary>
    /// <returns>Signed in, code wanted or refused.</returns>
    public async Task<LinkingOutcome> ForPersonAsync(string userName, string password, CancellationToken cancellationToken)
    {
        await using var turn = await cooldowns.TakeTurnAsync(userName, cancellationToken);
        if (turn.LimitedUntil is { } until)
        {
            return new LinkingOutcome.Refused(new SignInOutcome.RateLimited(until));
        }

        return await NotedAsync(userName, await garmin.SignInAsync(userName, password, cancellationToken)) switch
        {
            SignInOutcome.SignedIn signedIn => new LinkingOutcome.SignedIn(signedIn.Tokens, signedIn.Profile),
            SignInOutcome.MfaRequired mfa => new LinkingOutcome.CodeWanted(await pending.StartAsync(new PendingLoginState(userName, password, mfa.Pending)), mfa.Pending),
            var refused => new LinkingOutcome.Refused(refused),
        };
    }

    /// <summary>
    /// A login with the stored password, which is sent once. If it fails for a reason that only a person can mend, it is not tried again before a person has logged in.
    /// After a block it is sent again only when the sign-in gives out its pages; if it is blocked then too, it takes a person.
    /// </summary>
    /// <exception cref="GarminSignInNeededException">It takes a person.</exception>
    /// <exception cref="LoginBlockedException">Garmin's bot protection or an outage is in the way, which says nothing about the account.</exception>
    /// <exception cref="GarminRateLimitedException">Garmin limits logins of the account.</exception>
    public async Task<GarminTokens> UnattendedAsync(string userName, string password, CancellationToken cancellationToken)
    {
        await using var turn = await cooldowns.TakeTurnAsync(userName, cancellationToken);
        if (turn.NeedsPerson || await pending.WaitsAsync(userName, cancellationToken))
        {
            throw new GarminSignInNeededException("a login takes a person");
        }

        if (turn.LimitedUntil is { } until)
        {
            throw new GarminRateLimitedException(until);
        }

        if (turn.BlockedUntil is { } blocked)
        {
            await ThrowWhileBlockedAsync(userName, blocked, cancellationToken);
        }

        var signIn = await garmin.SignInUnattendedAsync(userName, password, cancellationToken);
        AccountMetrics.LoginEnded(AccountMetrics.WordOf(signIn), unattended: true);
        switch (await NotedAsync(userName, signIn))
        {
            case SignInOutcome.SignedIn signedIn:
                return signedIn.Tokens;
            case SignInOutcome.Blocked or SignInOutcome.CaptchaRequired when turn.BlockedUntil is null:
                throw new LoginBlockedException(await cooldowns.NoteBlockAsync(userName));
            case SignInOutcome.RateLimited limited:
                throw new GarminRateLimitedException(limited.Until);
            case SignInOutcome.Unreachable:
                // The password may have been sent, and would be with each further try.
                throw new LoginBlockedException(await cooldowns.NoteBlockAsync(userName));
            case var outcome:
                await cooldowns.NotePersonNeededAsync(userName);
                throw new GarminSignInNeededException(WhyPerson(outcome));
        }
    }

    private static string WhyPerson(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.WrongCredentials => "refuses the stored password",
        SignInOutcome.MfaRequired => "wants a code for the login",
        SignInOutcome.CaptchaRequired => "wants a CAPTCHA for the login",
        SignInOutcome.AccountLocked => "has locked the account",
        _ => "refuses the login with the stored password",
    };

    private async Task ThrowWhileBlockedAsync(string userName, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (until > clock.GetUtcNow())
        {
            throw new LoginBlockedException(until);
        }

        if (!await garmin.IsOpenAsync(cancellationToken))
        {
            throw new LoginBlockedException(await cooldowns.NoteBlockAsync(userName));
        }
    }

    private async Task<SignInOutcome> NotedAsync(string userName, SignInOutcome outcome)
    {
        switch (outcome)
        {
            case SignInOutcome.SignedIn:
                await cooldowns.ForgetAsync(userName);
                return outcome;
            case SignInOutcome.RateLimited limited:
                return await cooldowns.NoteLimitAsync(userName, limited);
            default:
                return outcome;
        }
    }
}
