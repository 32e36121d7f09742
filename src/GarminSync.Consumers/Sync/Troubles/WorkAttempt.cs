using GarminConnect.Client;

namespace GarminSync.Consumers.Sync;

/// <summary>One try of work for which Garmin is asked: opens the account's session, and has it judged which trouble an exception means.</summary>
internal sealed class WorkAttempt(WorkAttempts attempts, string userId)
{
    private GarminSession? _session;

    /// <summary>How many turns of the limit of requests a second each request takes; see <see cref="GarminSession.TurnsPerRequest"/>.</summary>
    public Func<int> TurnsPerRequest { get; init; } = () => 1;

    /// <summary>How many requests to Garmin were made so far.</summary>
    public int GarminRequests => _session?.RequestsMade ?? 0;

    /// <returns>What <paramref name="work"/> returned, or the trouble that it or the opening of the session met; null when all went well.</returns>
    public async Task<Trouble?> RunAsync(Func<GarminSession, Task<Trouble?>> work, CancellationToken cancellationToken)
    {
        if (attempts.Outages.HoldUp() is { } heldUp)
        {
            return heldUp;
        }

        var began = attempts.Clock.GetUtcNow();
        try
        {
            _session = await attempts.Sessions.OpenAsync(userId, TurnsPerRequest, cancellationToken);
            var met = await work(_session);
            if (met is not { IsOutage: true })
            {
                attempts.Outages.End(Outage.CentralDb);
            }

            return Noted(met);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (await attempts.Judge.JudgeAsync(exception, _session, began, cancellationToken) is { } met)
            {
                return Noted(met);
            }

            throw;
        }
    }

    private Trouble? Noted(Trouble? met)
    {
        if (_session is { AnswersReceived: > 0 } && met is not { IsOutage: true })
        {
            attempts.Outages.GarminAnswered(userId);
        }

        return met;
    }
}
