using System.Text.Json;
using GarminSync.Consumers.GarminConnect;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>Compares Garmin's list of activities with the ledger: what is missing there, or was edited since, is to be fetched; what is missing at Garmin is gone.</summary>
internal sealed class ActivityPlanner(GarminConnectClient garmin, ActivityDeletions deletions, StateDb db, TimeProvider clock, IOptions<ActivityOptions> options) : ISyncPlanner
{
    public string Kind => SyncKinds.Activities;

    public async Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var stored = await db.Set<SyncedActivity>().AsNoTracking().Where(activity => activity.UserId == userId)
            .ToDictionaryAsync(activity => activity.GarminActivityId, cancellationToken);
        var stopBefore = await StopBeforeAsync(userId, scope, cancellationToken);
        var items = new List<PlannedItem>();
        var listed = new HashSet<long>();
        var complete = scope is { StartDate: null, EndDate: null };

        await foreach (var activity in garmin.ListActivitiesAsync(session, scope.StartDate, scope.EndDate, cancellationToken))
        {
            if (activity.StartTime < stopBefore)
            {
                complete = false;
                break;
            }

            listed.Add(activity.ActivityId);
            if (scope.Force || !stored.TryGetValue(activity.ActivityId, out var known) || known.ContentHash != activity.ContentHash || !known.Has(scope.Formats))
            {
                items.Add(ToItem(activity, scope));
            }
        }

        var gone = await deletions.FindAsync(stored.Values, listed, start => IsCovered(start, stopBefore, scope), cancellationToken);
        return new SyncPlan(items, listed.Count - items.Count, complete, gone);
    }

    // Garmin's days are local ones; a day less at each end is sure to have been listed.
    private static bool IsCovered(DateTimeOffset start, DateTimeOffset? stopBefore, SyncScope scope) =>
        (stopBefore is null || start >= stopBefore.Value.AddDays(1))
        && (scope.StartDate is not { } from || start >= Midnight(from.AddDays(1)))
        && (scope.EndDate is not { } to || start < Midnight(to));

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    // Newest first: the three runs of this week come before the backfill of five years.
    private static PlannedItem ToItem(GarminActivity activity, SyncScope scope) => new(
        activity.ActivityId.ToString(),
        -(activity.StartTime ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds(),
        JsonSerializer.Serialize(new ActivityOrder { Row = activity.RawSummary, Formats = scope.Formats }));

    /// <summary>
    /// Where the list need not be read further: older than the recent window, provided that a job not long ago read the whole list and brought everything over.
    /// Older edits are found by the next full listing.
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
