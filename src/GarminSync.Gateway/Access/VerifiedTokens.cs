using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

/// <summary>Users' tokens that were found valid a moment ago. Holds only hashes, at most one for each user with a valid token.</summary>
internal sealed class VerifiedTokens(IOptions<AuthOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (string Hash, DateTimeOffset Until)> _byUser = new(StringComparer.Ordinal);

    public bool Contains(UserToken token) =>
        _byUser.TryGetValue(token.UserId, out var known)
        && clock.GetUtcNow() < known.Until
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.Hash), Encoding.ASCII.GetBytes(token.Hash));

    /// <param name="expiresAt">When the token ends by itself; null for never.</param>
    public void Remember(UserToken token, DateTimeOffset? expiresAt)
    {
        var until = clock.GetUtcNow() + options.Value.TokenCacheTime;
        _byUser[token.UserId] = (token.Hash, expiresAt < until ? expiresAt.Value : until);
    }

    public void Forget(string userId) => _byUser.TryRemove(userId, out _);
}
