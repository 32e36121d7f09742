using System.Security.Cryptography;
using System.Text;
using CentralDb.Client;

namespace GarminSync.Consumers.UserTokens;

/// <summary>The tokens with which users call the gateway: one for each user, as a hash in CentralDB.</summary>
/// <remarks>Every call throws what <see cref="CentralDbClient"/> throws.</remarks>
internal sealed class StoredUserTokens(CentralDbClient centralDb, TimeProvider clock)
{
    // CentralDB has no call to delete a token, so it is overwritten with a text that is no hash, and expires at once.
    private const string Revoked = "revoked";

    /// <summary>Stores a token in place of any other. False when there is no such user.</summary>
    public async Task<bool> StoreAsync(string userId, string hash, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        // Only the id exactly as CentralDB writes it: a token must not work under two spellings, such as "ABC" and "abc".
        if (await centralDb.GetUserAsync(userId, cancellationToken) is not { } user || user.Id != userId)
        {
            return false;
        }

        await centralDb.SaveTokenAsync(new ApplicationToken(userId, hash, clock.GetUtcNow(), expiresAt), cancellationToken);
        return true;
    }

    /// <summary>The stored token, if this is its hash and it is valid now; otherwise null.</summary>
    public async Task<ApplicationToken?> FindValidAsync(string userId, string hash, CancellationToken cancellationToken)
    {
        var stored = await centralDb.GetTokenAsync(userId, cancellationToken);
        return stored is not null
            && stored.UserId == userId
            && stored.Hash != Revoked
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stored.Hash), Encoding.UTF8.GetBytes(hash))
            && !(stored.Expires <= clock.GetUtcNow())
            ? stored
            : null;
    }

    /// <summary>Revokes the token. False when there was none.</summary>
    public async Task<bool> RevokeAsync(string userId, CancellationToken cancellationToken)
    {
        if (await centralDb.GetTokenAsync(userId, cancellationToken) is not { Hash: not Revoked } stored)
        {
            return false;
        }

        await centralDb.SaveTokenAsync(stored with { Hash = Revoked, Expires = clock.GetUtcNow() }, cancellationToken);
        return true;
    }
}
