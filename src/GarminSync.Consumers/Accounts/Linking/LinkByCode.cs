using GarminConnect.Client;
using GarminSync.Consumers.State;

namespace GarminSync.Consumers.Accounts;

/// <summary>Finishes a login with the code that Garmin sent.</summary>
internal sealed class LinkByCode(StateDb db, PendingLogins pending, GarminSignIn garmin, LoginCooldowns cooldowns, AccountLinking linking)
{
    public async Task<LinkingOutcome> LinkAsync(string loginId, string code, CancellationToken cancellationToken)
    {
        await using var turn = await pending.TakeAsync(loginId, cancellationToken);
        return turn is null ? new LinkingOutcome.UnknownLogin() : await LinkAsync(turn, code, cancellationToken);
    }

    private async Task<LinkingOutcome> LinkAsync(PendingTurn turn, string code, CancellationToken cancellationToken)
    {
        var login = turn.Login;
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
            ? await StoreAsync(turn, state, state.Accepted, cancellationToken)
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

    private async Task<LinkingOutcome> StoreAsync(PendingTurn turn, PendingLoginState state, AcceptedCode accepted, CancellationToken cancellationToken)
    {
        var credentials = new LinkedCredentials(state.UserName, state.Password, accepted.Tokens);
        var outcome = await linking.LinkAsync(state.UserName, credentials, accepted.Profile, cancellationToken);
        await cooldowns.ForgetAsync(state.UserName);
        await turn.EndAsync(db, cancellationToken);
        return outcome;
    }
}
