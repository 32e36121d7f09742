namespace GarminSync.Consumers.Accounts;

/// <summary>Links an account by user name and password.</summary>
internal sealed class LinkByPassword(PasswordLogin login, AccountLinking linking)
{
    public async Task<LinkingOutcome> LinkAsync(string userName, string password, CancellationToken cancellationToken)
    {
        await linking.CheckStoreAsync(userName, cancellationToken);
        var outcome = await login.ForPersonAsync(userName, password, cancellationToken);
        return outcome is LinkingOutcome.SignedIn signedIn
            ? await linking.LinkAsync(userName, new LinkedCredentials(userName, password, signedIn.Tokens), signedIn.Profile, cancellationToken)
            : outcome;
    }
}
