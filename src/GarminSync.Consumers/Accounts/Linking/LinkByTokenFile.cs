using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>Links an account with the tokens of another client, as python-garminconnect keeps them in its <c>garmin_tokens.json</c>.</summary>
internal sealed class LinkByTokenFile(ImportedTokens tokens, AccountLinking linking, TimeProvider clock)
{
    /// <param name="file">The contents of the file.</param>
    /// <param name="email">Null: the one in Garmin's profile.</param>
    public async Task<LinkingOutcome> LinkAsync(string file, string? email, CancellationToken cancellationToken)
    {
        if (GarminTokens.FromFile(file) is not { } given)
        {
            return new LinkingOutcome.NotReadable(
                "These are no Garmin tokens. di_token must be an access token (three parts with dots between), and di_refresh_token and di_client_id must be there.");
        }

        if (email is not null)
        {
            await linking.CheckStoreAsync(email, cancellationToken);
        }
        else if (given.AreDue(clock.GetUtcNow()))
        {
            // Using them would refresh them. If the profile then named no e-mail, the new ones would be lost, and the refresh token in the file would no longer work.
            return new LinkingOutcome.EmailNeeded();
        }

        return await tokens.TakeAsync(given, cancellationToken) switch
        {
            SignInOutcome.SignedIn signedIn => await linking.LinkAsync(email, signedIn.Tokens, signedIn.Profile, cancellationToken),
            var refused => new LinkingOutcome.Refused(refused),
        };
    }
}
