using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>Opens a session at Garmin for an account, with its stored tokens.</summary>
internal sealed class GarminSessions(StoredCredentials credentials, TokenRenewal renewal)
{
    /// <exception cref="GarminSignInNeededException">The account has no tokens.</exception>
    /// <exception cref="CentralDb.Client.CentralDbUnreachableException">The tokens could not be read.</exception>
    public Task<GarminSession> OpenAsync(string userId, CancellationToken cancellationToken) => OpenAsync(userId, () => 1, cancellationToken);

    /// <param name="userId">The user.</param>
    /// <param name="turnsPerRequest">See <see cref="GarminSession.TurnsPerRequest"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminSignInNeededException">The account has no tokens.</exception>
    /// <exception cref="CentralDb.Client.CentralDbUnreachableException">The tokens could not be read.</exception>
    public async Task<GarminSession> OpenAsync(string userId, Func<int> turnsPerRequest, CancellationToken cancellationToken)
    {
        var linked = await credentials.FindRecentAsync(userId, cancellationToken) ?? throw new GarminSignInNeededException();
        return new GarminSession(userId, linked.Tokens, (refused, token) => renewal.RenewAsync(userId, refused, mayLogIn: true, token)) { TurnsPerRequest = turnsPerRequest };
    }

    /// <summary>The same, but when the refresh token does not work either, it ends there: no password is sent.</summary>
    /// <exception cref="GarminSignInNeededException">The account has no tokens.</exception>
    /// <exception cref="CentralDb.Client.CentralDbUnreachableException">The tokens could not be read.</exception>
    public async Task<GarminSession> OpenWithoutPasswordAsync(string userId, CancellationToken cancellationToken)
    {
        var linked = await credentials.FindAsync(userId, cancellationToken) ?? throw new GarminSignInNeededException();
        return new GarminSession(userId, linked.Tokens, (refused, token) => renewal.RenewAsync(userId, refused, mayLogIn: false, token));
    }
}
