using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Accounts;

/// <summary>Garmin credentials in CentralDB: sealed, or in plain text where other readers of CentralDB expect that (<see cref="SecretFormat"/>).</summary>
internal sealed class StoredCredentials(CentralDbClient centralDb, SecretSealer sealer, IOptions<CentralDbOptions> options)
{
    /// <summary>The stored tokens and, when there is one, the password; null when the user has no Garmin tokens.</summary>
    /// <exception cref="UnsealException">A stored value was sealed with a key that this process does not have, or was changed.</exception>
    public async Task<LinkedCredentials?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var stored = await centralDb.GetCredentialsAsync(userId, cancellationToken);
        if (stored is not { AccessToken: { Length: > 0 } access, AccessTokenSecret: { Length: > 0 } refresh })
        {
            return null;
        }

        return new LinkedCredentials(
            stored.GarminUsername ?? "",
            stored.GarminPasswordPlaintext is { Length: > 0 } password ? Open(password) : null,
            GarminTokens.FromStored(Open(access), Open(refresh), stored.TokenExpirationDate));
    }

    /// <summary>Stores the tokens and the password. A null password deletes the stored one, so pass it on each time.</summary>
    public Task SaveAsync(string userId, LinkedCredentials credentials, CancellationToken cancellationToken) =>
        centralDb.SaveCredentialsAsync(
            userId,
            new GarminCredentials
            {
                GarminUsername = credentials.UserName,
                GarminPasswordPlaintext = credentials.Password is { } password ? Seal(password) : null,
                AccessToken = Seal(credentials.Tokens.AccessToken),
                AccessTokenSecret = Seal(credentials.Tokens.RefreshToken),
                TokenExpirationDate = credentials.Tokens.AccessTokenExpiresAt,
            },
            cancellationToken);

    /// <summary>Overwrites tokens and password with nothing; CentralDB has no call to delete them.</summary>
    public Task ForgetAsync(string userId, CancellationToken cancellationToken) =>
        centralDb.SaveCredentialsAsync(userId, new GarminCredentials(), cancellationToken);

    /// <summary>Seals the stored secrets with the current key, also those stored in plain text. False when nothing had to be done.</summary>
    /// <exception cref="UnsealException">A stored value was sealed with a key that this process does not have, or was changed.</exception>
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
            GarminPasswordPlaintext = Reseal(stored.GarminPasswordPlaintext),
            AccessToken = Reseal(stored.AccessToken),
            AccessTokenSecret = Reseal(stored.AccessTokenSecret),
        };
        await centralDb.SaveCredentialsAsync(userId, resealed, cancellationToken);
        return true;
    }

    private string? Reseal(string? stored) => string.IsNullOrEmpty(stored) ? stored : sealer.Seal(Open(stored));

    // The option may have changed since the value was stored, so both forms are read.
    private string Open(string stored) => SecretSealer.IsSealed(stored) ? sealer.Open(stored) : stored;

    private string Seal(string secret) => options.Value.SecretFormat == SecretFormat.Sealed ? sealer.Seal(secret) : secret;
}
