using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>
/// Finds the legs of multisport activities, which no list has: one request for each multisport activity that is new, edited or not looked into yet, and one
/// for each leg. What cannot be read is noted as given up, and asked for again when the note says so.
/// </summary>
internal sealed partial class ActivityLegs(GarminConnectClient garmin, ActivityLedger ledger, TroubleJudge judge, TimeProvider clock, IOptions<SyncOptions> sync, ILogger<ActivityLegs> logger)
{
    /// <summary>How many multisport activities one sync asks. The next one goes on, with the whole list.</summary>
    public const int MostParents = 20;

    /// <param name="session">Of the account.</param>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="listed">The list.</param>
    /// <param name="wanted">Those of the list that are to be fetched.</param>
    /// <param name="givenUp">What waits for its next try. What is found to be unreadable is added.</param>
    /// <param name="scope">What the job is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">Something that does not concern one activity alone.</exception>
    public async Task<FoundLegs> FindAsync(
        GarminSession session,
        string userId,
        IReadOnlyList<GarminActivity> listed,
        IReadOnlySet<long> wanted,
        Dictionary<long, GivenUpActivity> givenUp,
        SyncScope scope,
        CancellationToken cancellationToken)
    {
        var parents = listed.Where(activity => activity.HasLegs).ToList();
        if (sync.Value.BesideVersion1)
        {
            // It would store a leg as an activity that is none of anything. The next sync without the option asks for all of them.
            return new FoundLegs { Wait = parents.Count > 0 };
        }

        var known = (await ledger.TrackAsync(userId, parents.Select(parent => parent.ActivityId), cancellationToken)).ToDictionary(row => row.GarminActivityId);
        var (found, asked) = (new FoundLegs(), 0);
        foreach (var parent in parents)
        {
            var row = known.GetValueOrDefault(parent.ActivityId);
            if (!scope.Force && (givenUp.GetValueOrDefault(parent.ActivityId)?.Waits(parent.ContentHash, clock.GetUtcNow()) == true
                || (!wanted.Contains(parent.ActivityId) && row?.Legs() is { } legIds && await AreAnsweredAsync(userId, legIds, givenUp, scope, cancellationToken))))
            {
                continue;
            }

            if (++asked > MostParents)
            {
                found.AreAll = false;
                return found;
            }

            await ReadAsync(session, userId, parent, row, isEdited: wanted.Contains(parent.ActivityId), givenUp, scope, found, cancellationToken);
        }

        return found;
    }

    private async Task<bool> AreAnsweredAsync(
        string userId, IReadOnlyList<long> legIds, Dictionary<long, GivenUpActivity> givenUp, SyncScope scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stored = await ledger.FindAsync(userId, legIds, cancellationToken);
        return legIds.All(leg => stored.GetValueOrDefault(leg) is { GoneAt: null } row ? row.Answers(scope.Formats, now) : now < givenUp.GetValueOrDefault(leg)?.NextTryAt);
    }

    private async Task ReadAsync(
        GarminSession session,
        string userId,
        GarminActivity parent,
        SyncedActivity? row,
        bool isEdited,
        Dictionary<long, GivenUpActivity> givenUp,
        SyncScope scope,
        FoundLegs found,
        CancellationToken cancellationToken)
    {
        if (await ReadAsync(session, userId, parent.ActivityId, parent, givenUp, found, cancellationToken) is not { } details)
        {
            return;
        }

        var legIds = details.LegIds.Where(id => id != parent.ActivityId).ToList();
        // A note on a multisport activity that is stored was on its legs.
        Forget(givenUp, note => note.ParentId == parent.ActivityId ? !legIds.Contains(note.GarminActivityId) : note.GarminActivityId == parent.ActivityId && row?.Is(parent) == true);
        var stored = await ledger.FindAsync(userId, legIds, cancellationToken);
        // A leg that waits is left alone while another is asked for, unless something may be new.
        foreach (var legId in legIds.Where(id => scope.Force || isEdited || !(clock.GetUtcNow() < givenUp.GetValueOrDefault(id)?.NextTryAt)))
        {
            if (await ReadAsync(session, userId, legId, parent, givenUp, found, cancellationToken) is { Activity: var leg }
                && (scope.Force || stored.GetValueOrDefault(legId) is not { } known || !known.Is(leg) || !known.Answers(scope.Formats, clock.GetUtcNow())))
            {
                found.Wanted.Add(leg);
            }
        }

        found.Of[parent.ActivityId] = legIds;
        row?.KeepLegs(legIds);
    }

    private void Forget(Dictionary<long, GivenUpActivity> givenUp, Func<GivenUpActivity, bool> which)
    {
        foreach (var note in givenUp.Values.Where(which).ToList())
        {
            ledger.Forget([note]);
            givenUp.Remove(note.GarminActivityId);
        }
    }

    /// <summary>Null: it cannot be read, which is noted.</summary>
    private async Task<GarminActivityDetail?> ReadAsync(
        GarminSession session,
        string userId,
        long id,
        GarminActivity parent,
        Dictionary<long, GivenUpActivity> givenUp,
        FoundLegs found,
        CancellationToken cancellationToken)
    {
        var (began, isLeg) = (clock.GetUtcNow(), id != parent.ActivityId);
        try
        {
            return await garmin.GetActivityAsync(session, id, isLeg ? parent.ActivityId : null, cancellationToken);
        }
        catch (Exception exception) when (exception is GarminUnreachableException or GarminNotFoundException or GarminRejectedException)
        {
            if (await judge.JudgeAsync(exception, session, began, cancellationToken) is not { Waits: false } trouble)
            {
                throw;
            }

            // Of a leg nothing is known but whose it is.
            var note = await ledger.NoteAsync(userId, id, isLeg ? parent.ActivityId : null, parent.StartTime, parent.Day, cancellationToken);
            note.Note(isLeg ? "" : parent.ContentHash, trouble.Reason, clock.GetUtcNow());
            givenUp[id] = note;
            found.NotRead.Add(isLeg ? $"Leg {id} of the multisport activity {parent.ActivityId} could not be read: {trouble.Reason}" : $"The legs of the multisport activity {id} could not be read: {trouble.Reason}");
            LogNotRead(parent.ActivityId, trouble.Reason);
            return null;
        }
    }

    [LoggerMessage(3106, LogLevel.Warning, "The legs of the multisport activity {GarminActivityId} could not be read: {Reason}")]
    private partial void LogNotRead(long garminActivityId, string reason);
}
