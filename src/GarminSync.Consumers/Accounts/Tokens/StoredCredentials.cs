using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Accounts;

/// <summary>Garmin credentials in CentralDB: sealed, or in plain text where other readers of CentralDB expect that (<see cref="SecretFormat"/>).</summary>
internal sealed class StoredCredentials(CentralDbClient centralDb, RecentCredentials recent, SecretSealer sealer, IOptions<CentralDbOptions> options)
{
    /// <summary>The stored tokens and, when there is one, the password; null when the user has no Garmin tokens.</summary>
    /// <exception cref="UnsealException">A stored value was sealed with a key that this process does not have or for another user, or was changed.</exception>
    public async Task<LinkedCredentials?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        recent.Forget(userId);
        return Opened(userId, await centralDb.GetCredentialsAsync(userId, cancellationToken));
    }

    /// <summary>The same, or what CentralDB said some seconds ago.</summary>
    /// <exception cref="UnsealException">As above.</exception>
    public async Task<LinkedCredentials?> FindRecentAsync(string userId, CancellationToken cancellationToken)
    {
        if (recent.Find(userId) is { } known)
        {
            return Opened(userId, known);
        }

        var stored = await centralDb.GetCredentialsAsync(userId, cancellationToken);
        if (Opened(userId, stored) is not { } opened)
        {
            return null;
        }

        recent.Keep(userId, stored!);
        return opened;
    }

    private LinkedCredentials? Opened(string userId, GarminCredentials? stored)
    {
        if (stored is not { AccessToken: { Length: > 0 } access, AccessTokenSecret: { Length: > 0 } refresh })
        {
            return null;
        }

        return new LinkedCredentials(
            stored.GarminUsername ?? "",
            stored.GarminPasswordPlaintext is { Length: > 0 } password ? Open(password, SecretUse.StoredPassword(userId)) : null,
            GarminTokens.FromStored(
                Open(access, SecretUse.StoredAccessToken(userId)), Open(refresh, SecretUse.StoredRefreshToken(userId)), stored.TokenExpirationDate));
    }

    /// <summary>Stores the tokens and the password. A null password deletes the stored one, so pass it on each time.</summary>
    public Task SaveAsync(string userId, LinkedCredentials credentials, CancellationToken cancellationToken) =>
        WriteAsync(
            userId,
            new GarminCredentials
            {
                GarminUsername = credentials.UserName,
                GarminPasswordPlaintext = credentials.Password is { } password ? Seal(password, SecretUse.StoredPassword(userId)) : null,
                AccessToken = Seal(credentials.Tokens.AccessToken, SecretUse.StoredAccessToken(userId)),
                AccessTokenSecret = Seal(credentials.Tokens.RefreshToken, SecretUse.StoredRefreshToken(userId)),
                TokenExpirationDate = credentials.Tokens.AccessTokenExpiresAt,
            },
            cancellationToken);

    /// <summary>Overwrites tokens and password with nothing; CentralDB has no call to delete them.</summary>
    public Task ForgetAsync(string userId, CancellationToken cancellationToken) =>
        WriteAsync(userId, new GarminCredentials(), cancellationToken);

    /// <summary>Seals the stored secrets with the current key, also those stored in plain text or by an older version. False when nothing had to be done.</summary>
    /// <exception cref="UnsealException">A stored value was sealed with a key that this process does not have or for another user, or was changed.</exception>
    public async Task<bool> ResealAsync(string userId, CancellationToken cancellationToken)
    {
        if (await centralDb.GetCredentialsAsync(userId, cancellationToken) is not { } stored)
        {
            return false;
        }

        string?[] secrets = [stored.GarminPasswordPlaintext, stored.AccessToken, stored.AccessTokenSecret];
        if (secrets.All(secret => string.IsNullOrEmpty(secret) || sealer.IsCurrent(secret)))
        {
            return false;
        }

        var resealed = stored with
        {
            GarminPasswordPlaintext = Reseal(stored.GarminPasswordPlaintext, SecretUse.StoredPassword(userId)),
            AccessToken = Reseal(stored.AccessToken, SecretUse.StoredAccessToken(userId)),
            AccessTokenSecret = Reseal(stored.AccessTokenSecret, SecretUse.StoredRefreshToken(userId)),
        };
        await WriteAsync(userId, resealed, cancellationToken);
        return true;
    }

    private async Task WriteAsync(string userId, GarminCredentials credentials, CancellationToken cancellationToken)
    {
        recent.Forget(userId);
        try
        {
            await centralDb.SaveCredentialsAsync(userId, credentials, cancellationToken);
        }
        finally
        {
            recent.Forget(userId);
        }
    }

    private string? Reseal(string? stored, SecretUse use) => string.IsNullOrEmpty(stored) ? stored : sealer.Seal(Open(stored, use), use);

    // The option may have changed since the value was stored, so both forms are read.
    private string Open(string stored, SecretUse use) => SecretSealer.IsSealed(stored) ? sealer.Open(stored, use) : stored;

    private string Seal(string secret, SecretUse use) => options.Value.SecretFormat == SecretFormat.Sealed ? sealer.Seal(secret, use) : secret;
}
