using GarminConnect.Client;
using GarminSync.Consumers.Accounts;

namespace GarminSync.Consumers.Sync;

/// <summary>One try of work for which Garmin is asked: opens the account's session, and says which trouble an exception means.</summary>
internal sealed class WorkAttempt(GarminSessions sessions, string userId, TimeProvider clock)
{
    private GarminSession? _session;

    /// <summary>How many requests to Garmin were made so far.</summary>
    public int GarminRequests => _session?.RequestsMade ?? 0;

    /// <returns>What <paramref name="work"/> returned, or the trouble that it or the opening of the session met; null when all went well.</returns>
    public async Task<Trouble?> RunAsync(Func<GarminSession, Task<Trouble?>> work, CancellationToken cancellationToken)
    {
        try
        {
            _session = await sessions.OpenAsync(userId, cancellationToken);
            return await work(_session);
        }
        catch (Exception exception) when (Trouble.From(exception, clock.GetUtcNow()) is { } met)
        {
            return met;
        }
    }
}
