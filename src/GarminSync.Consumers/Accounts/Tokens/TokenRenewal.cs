using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Renews an account's tokens. One process at a time, because a refresh token works once; and the new tokens are stored before they are used, because the old ones
/// no longer work (protocol, section 3.3). If the refresh token does not work either, logs in once with the stored password.
/// </summary>
internal sealed partial class TokenRenewal(
    StoredCredentials credentials, UnsavedTokens unsaved, RenewalLease lease, GarminTokenClient tokens, PasswordLogin login, ILogger<TokenRenewal> logger)
{
    /// <summary>Tokens other than <paramref name="refused"/>: those that another process has stored meanwhile, or new ones.</summary>
    /// <param name="userId">Whose tokens.</param>
    /// <param name="refused">The tokens that no longer serve.</param>
    /// <param name="mayLogIn">Whether the stored password is used when the refresh token does not work either.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminSignInNeededException">Only a person can log in.</exception>
    /// <exception cref="GarminRateLimitedException">Garmin limits refreshes or logins.</exception>
    /// <exception cref="GarminUnreachableException">Garmin did not answer; the old tokens are unchanged.</exception>
    public async Task<GarminTokens> RenewAsync(string userId, GarminTokens refused, bool mayLogIn, CancellationToken cancellationToken)
    {
        await using var held = await lease.TakeAsync(userId, cancellationToken);
        var stored = await credentials.FindAsync(userId, cancellationToken) ?? throw new GarminSignInNeededException();
        if (stored.Tokens.AccessToken != refused.AccessToken)
        {
            return stored.Tokens;
        }

        var renewed = await unsaved.FindAsync(userId, stored.Tokens, cancellationToken) ?? await AskGarminAsync(userId, stored, mayLogIn, cancellationToken);
        await credentials.SaveAsync(userId, stored with { Tokens = renewed }, cancellationToken);
        LogRenewed(userId, renewed.AccessTokenExpiresAt);
        await unsaved.ForgetAsync(userId, cancellationToken);
        return renewed;
    }

    private async Task<GarminTokens> AskGarminAsync(string userId, LinkedCredentials stored, bool mayLogIn, CancellationToken cancellationToken)
    {
        var refresh = await tokens.RefreshAsync(stored.Tokens, cancellationToken);
        AccountMetrics.Refreshed(refresh);
        var renewed = refresh switch
        {
            RefreshOutcome.SignInNeeded when mayLogIn => await SignInAsync(stored, cancellationToken),
            var outcome => outcome.TokensOrThrow(),
        };
        await unsaved.KeepAsync(userId, stored.Tokens, renewed);
        return renewed;
    }

    private Task<GarminTokens> SignInAsync(LinkedCredentials stored, CancellationToken cancellationToken) => stored.Password is { } password
        ? login.UnattendedAsync(stored.UserName, password, cancellationToken)
        : throw new GarminSignInNeededException("no password is stored");

    [LoggerMessage(2101, LogLevel.Information, "Tokens of user {UserId} renewed, access until {ExpiresAt:u}")]
    private partial void LogRenewed(string userId, DateTimeOffset expiresAt);
}
