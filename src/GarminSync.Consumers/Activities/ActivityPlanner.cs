using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>Compares Garmin's list of activities with the ledger: new and edited activities are to be fetched; missing ones may be gone.</summary>
internal sealed class ActivityPlanner(GarminConnectClient garmin, ActivityDeletions deletions, StateDb db, TimeProvider clock, IOptions<ActivityOptions> options)
{
    public async Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var ledger = await db.Set<SyncedActivity>().Where(activity => activity.UserId == userId)
            .ToDictionaryAsync(activity => activity.GarminActivityId, cancellationToken);
        var stopBefore = await StopBeforeAsync(userId, scope, cancellationToken);
        var listedAt = clock.GetUtcNow();
        var listing = await garmin.ListActivitiesAsync(session, scope.StartDate, scope.EndDate, stopBefore, cancellationToken);

        var items = new List<PlannedItem>();
        foreach (var activity in listing.Activities)
        {
            var known = ledger.GetValueOrDefault(activity.ActivityId);
            if (known?.Is(activity.ContentHash) == true)
            {
                known.ListedAt = listedAt;
            }

            if (scope.Force || known?.Is(activity.ContentHash) != true || !known.Answers(scope.Formats))
            {
                items.Add(ToItem(activity, scope, listedAt));
            }
        }

        var coverage = ListingCoverage.Of(listing, scope, stopBefore, listedAt);
        var gone = await deletions.FindAsync(session, ledger.Values, listing, coverage, cancellationToken);
        return new SyncPlan(items, listing.Activities.Count - items.Count)
        {
            Events = [.. gone.Select(ActivityEvents.Of)],
            ListedAllActivities = coverage.IsEverything,
        };
    }

    // Newest first: the three runs of this week come before the backfill of five years.
    private static PlannedItem ToItem(GarminActivity activity, SyncScope scope, DateTimeOffset listedAt) => new(
        activity.ActivityId.ToString(),
        -(activity.StartTime ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds(),
        JsonSerializer.Serialize(new ActivityOrder { Row = activity.RawSummary, Formats = scope.Formats, ListedAt = listedAt }));

    /// <summary>
    /// The start of the recent window, before which the list need not be read, when a recent job has read the whole list and completed. Older edits are found
    /// by the next full listing.
    /// </summary>
    private async Task<DateTimeOffset?> StopBeforeAsync(string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        if (scope.Force || scope.StartDate is not null || scope.EndDate is not null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var since = now - options.Value.FullListingEvery;
        var lastFull = await db.Set<SyncJob>()
            .Where(job => job.UserId == userId && job.ListedAllActivities && job.CurrentState == nameof(SyncJobStateMachine.Completed) && job.PlannedAt > since)
            .MaxAsync(job => job.PlannedAt, cancellationToken);
        return lastFull is null ? null : now - options.Value.RecentWindow;
    }
}
