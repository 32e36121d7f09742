using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>Compares Garmin's list of activities with the ledger: new and edited activities are to be fetched; missing ones may be gone.</summary>
internal sealed class ActivityPlanner(
    GarminConnectClient garmin, ActivityLedger ledger, ActivityDeletions deletions, ActivityLegs legs, TimeProvider clock, IOptions<ActivityOptions> options)
{
    public async Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var givenUp = await ledger.GivenUpAsync(userId, cancellationToken);
        var stopBefore = await StopBeforeAsync(userId, scope, givenUp.Values, cancellationToken);
        var listedAt = clock.GetUtcNow();
        var listing = await garmin.ListActivitiesAsync(session, scope.StartDate, scope.EndDate, stopBefore, cancellationToken);
        var known = await ledger.FindAsync(userId, listing.Activities.Select(activity => activity.ActivityId), cancellationToken);

        var unchanged = listing.Activities.Where(activity => known.GetValueOrDefault(activity.ActivityId)?.Is(activity) == true).ToList();
        var wanted = listing.Activities
            .Where(activity => scope.Force || !(IsAnswered(known.GetValueOrDefault(activity.ActivityId), activity, scope, listedAt) || Waits(givenUp, activity, listedAt)))
            .ToList();
        await NoteAsync(userId, unchanged, known, listedAt, cancellationToken);
        var found = await legs.FindAsync(
            session, userId, listing.Activities, wanted.Select(activity => activity.ActivityId).ToHashSet(), givenUp, scope, cancellationToken);

        var coverage = ListingCoverage.Of(listing, scope, stopBefore, listedAt);
        ledger.Forget(listing.IsCutShort ? [] : givenUp.Values.Where(note => !listing.Has(note.GarminActivityId) && note.ParentId is null && coverage.Has(note.StartTime)));
        var gone = await deletions.FindAsync(session, userId, listing, coverage, cancellationToken);
        var wantedLegs = found.Wanted.Where(leg => scope.Force || !Waits(givenUp, leg, listedAt));
        return new SyncPlan([.. wanted.Concat(wantedLegs).DistinctBy(activity => activity.ActivityId).Select(activity => ToItem(activity, scope, found.Of.GetValueOrDefault(activity.ActivityId), listedAt))], listing.Activities.Count - wanted.Count)
        {
            Events = [.. gone.Select(ActivityEvents.Of)],
            ListedAllActivities = coverage.IsEverything && found.AreAll,
        };
    }

    private static bool IsAnswered(SyncedActivity? known, GarminActivity activity, SyncScope scope, DateTimeOffset now) =>
        known?.Is(activity) == true && known.Answers(scope.Formats, now);

    private static bool Waits(Dictionary<long, GivenUpActivity> givenUp, GarminActivity activity, DateTimeOffset now) =>
        givenUp.GetValueOrDefault(activity.ActivityId)?.Waits(activity.ContentHash, now) == true;

    // Newest first: the three runs of this week come before the backfill of five years.
    private static PlannedItem ToItem(GarminActivity activity, SyncScope scope, IReadOnlyList<long>? legIds, DateTimeOffset listedAt) => new(
        activity.ActivityId.ToString(),
        -(activity.StartTime ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds(),
        JsonSerializer.Serialize(new ActivityOrder { Row = activity.RawSummary, Formats = scope.Formats, ListedAt = listedAt, LegIds = legIds }));

    /// <summary>Notes of unchanged activities what the ledger needs: the hash of today's kind, and where an older order may still come, when they were listed.</summary>
    private async Task NoteAsync(
        string userId, IReadOnlyList<GarminActivity> unchanged, Dictionary<long, SyncedActivity> known, DateTimeOffset listedAt, CancellationToken cancellationToken)
    {
        var ordered = await ledger.OrderedAsync(userId, cancellationToken);
        var noted = unchanged
            .Where(activity => ordered.Contains(activity.ActivityId) || known[activity.ActivityId].ContentHash != activity.ContentHash)
            .ToDictionary(activity => activity.ActivityId);
        foreach (var row in await ledger.TrackAsync(userId, noted.Keys, cancellationToken))
        {
            row.ContentHash = noted[row.GarminActivityId].ContentHash;
            row.ListedAt = listedAt;
        }
    }

    /// <summary>
    /// Before which start the list need not be read: the recent window, when everything older is in CentralDB or was given up, and further back to what was
    /// given up and is due again. Older edits are found by the next full listing.
    /// </summary>
    private async Task<DateTimeOffset?> StopBeforeAsync(string userId, SyncScope scope, IEnumerable<GivenUpActivity> givenUp, CancellationToken cancellationToken)
    {
        if (scope.Force || scope.StartDate is not null || scope.EndDate is not null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (!await ledger.IsWholeSinceAsync(userId, now - options.Value.FullListingEvery, cancellationToken))
        {
            return null;
        }

        var due = givenUp.Where(note => note.NextTryAt <= now).Select(note => note.StartTime?.AddDays(-1)).ToList();
        return due.Contains(null) ? null : due.Append(now - options.Value.RecentWindow).Min();
    }
}
