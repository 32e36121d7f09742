using GarminConnect.Client;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <summary>
/// Finds the legs of multisport activities, which no list has: one request for each multisport activity that is new, edited or not looked into yet, and one
/// for each leg that is to be fetched.
/// </summary>
internal sealed partial class ActivityLegs(GarminConnectClient garmin, ActivityLedger ledger, TimeProvider clock, ILogger<ActivityLegs> logger)
{
    // Per sync. The next one goes on, with the whole list.
    private const int MostParents = 20;

    /// <param name="session">Of the account.</param>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="listed">The list.</param>
    /// <param name="wanted">Those of the list that are to be fetched.</param>
    /// <param name="givenUp">What waits for its next try.</param>
    /// <param name="scope">What the job is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FoundLegs> FindAsync(
        GarminSession session,
        string userId,
        IReadOnlyList<GarminActivity> listed,
        IReadOnlySet<long> wanted,
        IReadOnlyDictionary<long, GivenUpActivity> givenUp,
        SyncScope scope,
        CancellationToken cancellationToken)
    {
        var parents = listed.Where(activity => activity.HasLegs).ToList();
        var known = await ledger.TrackAsync(userId, parents.Select(parent => parent.ActivityId), cancellationToken);
        var legsOf = known.Where(parent => parent.LegIds is not null && !wanted.Contains(parent.GarminActivityId)).ToDictionary(parent => parent.GarminActivityId);
        var (found, of, asked) = (new List<GarminActivity>(), new Dictionary<long, IReadOnlyList<long>>(), 0);
        foreach (var parent in parents)
        {
            var legIds = legsOf.GetValueOrDefault(parent.ActivityId)?.Legs();
            var stored = legIds is null ? [] : await ledger.FindAsync(userId, legIds, cancellationToken);
            if (legIds?.All(leg => stored.GetValueOrDefault(leg) is { GoneAt: null } row ? row.Answers(scope.Formats, clock.GetUtcNow()) : givenUp.ContainsKey(leg)) == true)
            {
                continue;
            }

            if (++asked > MostParents)
            {
                return new FoundLegs(found, of, AreAll: false);
            }

            found.AddRange(await ReadAsync(session, userId, parent, known.FirstOrDefault(row => row.GarminActivityId == parent.ActivityId), of, scope, cancellationToken));
        }

        return new FoundLegs(found, of, AreAll: true);
    }

    private async Task<IReadOnlyList<GarminActivity>> ReadAsync(
        GarminSession session,
        string userId,
        GarminActivity parent,
        SyncedActivity? row,
        Dictionary<long, IReadOnlyList<long>> of,
        SyncScope scope,
        CancellationToken cancellationToken)
    {
        try
        {
            var legIds = (await garmin.GetActivityAsync(session, parent.ActivityId, cancellationToken: cancellationToken)).LegIds;
            var stored = await ledger.FindAsync(userId, legIds, cancellationToken);
            var legs = new List<GarminActivity>();
            foreach (var legId in legIds.Where(id => id != parent.ActivityId))
            {
                var leg = (await garmin.GetActivityAsync(session, legId, parent.ActivityId, cancellationToken)).Activity;
                if (scope.Force || stored.GetValueOrDefault(legId) is not { } known || !known.Is(leg) || !known.Answers(scope.Formats, clock.GetUtcNow()))
                {
                    legs.Add(leg);
                }
            }

            of[parent.ActivityId] = legIds;
            row?.KeepLegs(legIds);
            return legs;
        }
        catch (Exception exception) when (exception is GarminUnreachableException or GarminNotFoundException or GarminRejectedException)
        {
            // The activity itself is in the list and is synced; the next sync that lists it asks again.
            LogNotRead(parent.ActivityId, exception.Message);
            return [];
        }
    }

    [LoggerMessage(3106, LogLevel.Warning, "The legs of the multisport activity {GarminActivityId} could not be read: {Reason}")]
    private partial void LogNotRead(long garminActivityId, string reason);
}
