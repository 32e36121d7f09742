using System.Security.Cryptography;
using System.Text;
using CentralDb.Client;

namespace GarminSync.Consumers.UserTokens;

/// <summary>The users' tokens for the gateway, one each, as hashes in CentralDB.</summary>
/// <remarks>Every call throws what <see cref="CentralDbClient"/> throws.</remarks>
internal sealed class StoredUserTokens(CentralDbClient centralDb, TimeProvider clock)
{
    // CentralDB has no call to delete a token. This is no hash of anything, and it has expired, too.
    private const string Revoked = "revoked";

    /// <summary>Stores a token in place of any other. False when there is no such user.</summary>
    public async Task<bool> StoreAsync(string userId, string hash, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        // The id as CentralDB writes it: the token of "ABC" must not be the token of "abc" with another name.
        if (await centralDb.GetUserAsync(userId, cancellationToken) is not { } user || user.Id != userId)
        {
            return false;
        }

        await centralDb.SaveTokenAsync(new ApplicationToken(userId, hash, clock.GetUtcNow(), expiresAt), cancellationToken);
        return true;
    }

    /// <summary>The stored token when this is its hash and it is valid now; else null.</summary>
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

    /// <summary>Makes a token void. False when there was none.</summary>
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
