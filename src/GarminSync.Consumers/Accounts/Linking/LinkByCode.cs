using GarminConnect.Client;
using GarminSync.Consumers.State;

namespace GarminSync.Consumers.Accounts;

/// <summary>Finishes a login with the code that Garmin sent.</summary>
internal sealed class LinkByCode(StateDb db, PendingLogins pending, GarminSignIn garmin, LoginCooldowns cooldowns, AccountLinking linking)
{
    public async Task<LinkingOutcome> LinkAsync(string loginId, string code, CancellationToken cancellationToken)
    {
        if (await pending.TakeAsync(loginId, cancellationToken) is not { } login)
        {
            return new LinkingOutcome.UnknownLogin();
        }

        var linked = false;
        try
        {
            var outcome = await LinkAsync(login, code, cancellationToken);
            linked = outcome is LinkingOutcome.Linked;
            return outcome;
        }
        finally
        {
            if (!linked)
            {
                await pending.ReleaseAsync(login);
            }
        }
    }

    private async Task<LinkingOutcome> LinkAsync(PendingLogin login, string code, CancellationToken cancellationToken)
    {
        var state = pending.Open(login);
        await linking.CheckStoreAsync(state.UserName, cancellationToken);

        // Already set when Garmin took the code before, but a process or CentralDB failed before the tokens were stored. Garmin would not take it again.
        if (state.Accepted is null)
        {
            switch (await SendAsync(state, code, cancellationToken))
            {
                case SignInOutcome.SignedIn signedIn:
                    state = state with { Accepted = new AcceptedCode(code, signedIn.Tokens, signedIn.Profile) };
                    await pending.KeepAsync(login, state);
                    break;
                case SignInOutcome.WrongCode wrong:
                    return new LinkingOutcome.WrongCode(await pending.CountWrongCodeAsync(login, state with { Mfa = wrong.Pending }));
                case var refused:
                    return new LinkingOutcome.Refused(refused);
            }
        }

        return state.Accepted.Code == code
            ? await StoreAsync(login, state, state.Accepted, cancellationToken)
            : new LinkingOutcome.WrongCode(await pending.CountWrongCodeAsync(login, state));
    }

    private async Task<SignInOutcome> SendAsync(PendingLoginState state, string code, CancellationToken cancellationToken)
    {
        if (await cooldowns.LimitedUntilAsync(state.UserName, cancellationToken) is { } until)
        {
            return new SignInOutcome.RateLimited(until);
        }

        var outcome = await garmin.SubmitCodeAsync(state.Mfa, code, cancellationToken);
        return outcome is SignInOutcome.RateLimited limited ? await cooldowns.NoteLimitAsync(state.UserName, limited) : outcome;
    }

    private async Task<LinkingOutcome> StoreAsync(PendingLogin login, PendingLoginState state, AcceptedCode accepted, CancellationToken cancellationToken)
    {
        var credentials = new LinkedCredentials(state.UserName, state.Password, accepted.Tokens);
        var outcome = await linking.LinkAsync(state.UserName, credentials, accepted.Profile, cancellationToken);
        await cooldowns.ForgetAsync(state.UserName);
        await PendingLogins.EndAsync(login, db, cancellationToken);
        return outcome;
    }
}
