using System.Collections.Concurrent;
using CentralDb.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Credentials as CentralDB gave them (sealed, unless <c>CentralDb:SecretFormat</c> says otherwise), for some seconds: an account whose items are fetched one after the other needs them for each. They may be older than
/// what another process has stored since; Garmin then refuses the old tokens, and a renewal looks in CentralDB.
/// </summary>
internal sealed class RecentCredentials(TimeProvider clock)
{
    // How long an account that was unlinked or renewed by another process may still be met with what it was.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (GarminCredentials Credentials, DateTimeOffset Until)> _recent = new(StringComparer.Ordinal);

    public GarminCredentials? Find(string userId) => _recent.TryGetValue(userId, out var kept) && kept.Until > clock.GetUtcNow() ? kept.Credentials : null;

    public void Keep(string userId, GarminCredentials credentials)
    {
        var now = clock.GetUtcNow();
        foreach (var (user, kept) in _recent)
        {
            if (kept.Until <= now)
            {
                _recent.TryRemove(new(user, kept));
            }
        }

        _recent[userId] = (credentials, now + KeptFor);
    }

    /// <summary>To be called before and after they are changed in CentralDB: whoever reads them in between may keep what was there before.</summary>
    public void Forget(string userId) => _recent.TryRemove(userId, out _);
}
