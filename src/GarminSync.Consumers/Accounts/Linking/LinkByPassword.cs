using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>Links an account by user name and password.</summary>
internal sealed class PasswordWayIn(PasswordLogin login, AccountLinking linking)
{
    public async Task<LinkingOutcome> LinkAsync(string userName, string password, CancellationToken cancellationToken)
    {
        await linking.CheckStoreAsync(userName, cancellationToken);
        var attempt = await login.ForPersonAsync(userName, password, cancellationToken);
        return attempt switch
        {
            { SignIn: SignInOutcome.SignedIn signedIn } =>
                await linking.LinkAsync(userName, new LinkedCredentials(userName, password, signedIn.Tokens), signedIn.Profile, cancellationToken),
            { SignIn: SignInOutcome.MfaRequired mfa, Pending: { } pending } => new LinkingOutcome.CodeWanted(pending, mfa.Pending),
            _ => new LinkingOutcome.Refused(attempt.SignIn),
        };
    }
}
