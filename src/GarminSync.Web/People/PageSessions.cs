using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace GarminSync.Web.People;

/// <summary>
/// Who is signed in to the page: the token of each session, in memory only. The browser has nothing but the session's id, so a stolen cookie is worth nothing
/// after signing out, and the token is in no cookie. A restart signs everybody out.
/// </summary>
internal sealed class PageSessions(TimeProvider clock)
{
    /// <summary>A session that nobody uses ends after that time. A page that is open uses it.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>A session ends after that time, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // More than people there are; a flood of sign-ins cannot fill the memory.
    private const int Most = 10_000;

    // By the hash of the id: how long a look-up takes tells nothing about ids.
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Begun, DateTimeOffset LastUsed)> _sessions = new(StringComparer.Ordinal);

    /// <returns>The id of the new session; null when there are too many.</returns>
    public string? Begin(string token)
    {
        foreach (var (key, session) in _sessions)
        {
            if (HasEnded(session.Begun, session.LastUsed))
            {
                _sessions.TryRemove(key, out _);
            }
        }

        if (_sessions.Count >= Most)
        {
            return null;
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _sessions[Hash(id)] = (token, clock.GetUtcNow(), clock.GetUtcNow());
        return id;
    }

    /// <summary>The token of a session; null when there is no such session, or not any more.</summary>
    public string? TokenOf(string? id)
    {
        if (id is null || !_sessions.TryGetValue(Hash(id), out var session) || HasEnded(session.Begun, session.LastUsed))
        {
            return null;
        }

        _sessions.TryUpdate(Hash(id), session with { LastUsed = clock.GetUtcNow() }, session);
        return session.Token;
    }

    public void End(string? id)
    {
        if (id is not null)
        {
            _sessions.TryRemove(Hash(id), out _);
        }
    }

    private bool HasEnded(DateTimeOffset begun, DateTimeOffset lastUsed) => clock.GetUtcNow() - lastUsed > Idle || clock.GetUtcNow() - begun > Longest;

    private static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
