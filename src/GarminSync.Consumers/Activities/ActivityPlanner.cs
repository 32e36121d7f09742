using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>Compares Garmin's list of activities with the ledger: new and edited activities are to be fetched; missing ones may be gone.</summary>
internal sealed class ActivityPlanner(
    GarminConnectClient garmin, ActivityLedger ledger, ActivityDeletions deletions, ActivityLegs legs, TimeProvider clock, IOptions<ActivityOptions> options, IOptions<SyncOptions> sync)
{
    public async Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var givenUp = await ledger.GivenUpAsync(userId, cancellationToken);
        var stopBefore = await StopBeforeAsync(userId, scope, givenUp.Values, cancellationToken);
        var listedAt = clock.GetUtcNow();
        var listing = await garmin.ListActivitiesAsync(session, scope.StartDate, scope.EndDate, stopBefore, cancellationToken);
        var known = await ledger.FindAsync(userId, listing.Activities.Select(activity => activity.ActivityId), cancellationToken);

        var needs = new ActivityNeeds(scope, known, givenUp, listedAt);
        var unchanged = listing.Activities.Where(activity => known.GetValueOrDefault(activity.ActivityId)?.Is(activity) == true).ToList();
        var wanted = listing.Activities.Where(needs.Has).ToList();
        await NoteAsync(userId, unchanged, known, listedAt, cancellationToken);
        var found = await legs.FindAsync(
            session, userId, listing.Activities, wanted.Select(activity => activity.ActivityId).ToHashSet(), givenUp, scope, cancellationToken);
        foreach (var (leg, row) in await ledger.FindAsync(userId, found.Wanted.Select(leg => leg.ActivityId), cancellationToken))
        {
            known.TryAdd(leg, row);
        }

        var coverage = ListingCoverage.Of(listing, scope, stopBefore, listedAt);
        ledger.Forget(listing.IsCutShort ? [] : givenUp.Values.Where(note => IsListedNoMore(note, listing, coverage)));
        var gone = await deletions.FindAsync(session, userId, listing, coverage, cancellationToken);
        var items = wanted.Concat(found.Wanted.Where(needs.Has)).DistinctBy(activity => activity.ActivityId)
            .Select(activity => ToItem(activity, needs.FormatsOf(activity), listedAt, found.Of.GetValueOrDefault(activity.ActivityId)));
        return new SyncPlan([.. items], listing.Activities.Count - wanted.Count)
        {
            Events = [.. gone.Select(ActivityEvents.Of)],
            ListedAllActivities = coverage.IsEverything && found is { AreAll: true, Wait: false },
            LeftOpen = found.LeftOpen(),
        };
    }

    // Legs are in no list, but their parents are.
    private static bool IsListedNoMore(GivenUpActivity note, ActivityListing listing, ListingCoverage coverage) =>
        !listing.Has(note.ParentId ?? note.GarminActivityId) && (coverage.IsEverything || coverage.Has(note.StartTime));

    // Newest first: the three runs of this week come before the backfill of five years.
    private static PlannedItem ToItem(GarminActivity activity, IReadOnlyList<string> formats, DateTimeOffset listedAt, IReadOnlyList<long>? legIds) => new(
        activity.ActivityId.ToString(),
        -(activity.StartTime ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds(),
        JsonSerializer.Serialize(new ActivityOrder { Row = activity.RawSummary, Formats = formats, ListedAt = listedAt, LegIds = legIds }));

    /// <summary>Notes of unchanged activities what the ledger needs: the hash of the kind that is kept, and where an older order may still come, when they were listed.</summary>
    private async Task NoteAsync(
        string userId, IReadOnlyList<GarminActivity> unchanged, Dictionary<long, SyncedActivity> known, DateTimeOffset listedAt, CancellationToken cancellationToken)
    {
        var ordered = await ledger.OrderedAsync(userId, cancellationToken);
        var noted = unchanged
            .Where(activity => ordered.Contains(activity.ActivityId) || known[activity.ActivityId].ContentHash != SyncedActivity.HashOf(activity, sync.Value))
            .ToDictionary(activity => activity.ActivityId);
        foreach (var row in await ledger.TrackAsync(userId, noted.Keys, cancellationToken))
        {
            row.ContentHash = SyncedActivity.HashOf(noted[row.GarminActivityId], sync.Value);
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
