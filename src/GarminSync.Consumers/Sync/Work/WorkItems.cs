using GarminConnect.Client;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// The work items of a job in the state store. Runs inside the transaction that holds the saga's row lock, so two messages of one job never hand out
/// the same item.
/// </summary>
internal sealed class WorkItems(StateDb db, GarminRequestCounts requests, TimeProvider clock, IOptions<SyncOptions> options, IOptions<GarminOptions> garmin)
{
    public Task<int> CountAsync(SyncJob job, CancellationToken cancellationToken) => Items(job).CountAsync(cancellationToken);

    /// <summary>Removes the items of a plan whose report came too late, so that it can be made again. None of them was handed out.</summary>
    public Task ClearAsync(SyncJob job, CancellationToken cancellationToken) => Items(job).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Takes as many due items as the account has credit for, marks them as in flight, and sets when to look again.</summary>
    /// <param name="job">The job.</param>
    /// <param name="wakeHolds">Whether <see cref="SyncJob.WakeAt"/> was set by this method, and the time has not come yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<WorkItem>> HandOutAsync(SyncJob job, bool wakeHolds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // In an outage one item asks whether it is over.
        var credit = (job.FailuresInRow > 0 ? 1 : garmin.Value.ConcurrencyPerAccount) - job.InFlight;
        var items = credit <= 0 ? [] : await DueAsync(job, credit, now, cancellationToken);
        foreach (var item in items)
        {
            item.State = WorkItemState.InFlight;
            item.Attempts++;
            item.LeaseUntil = now + options.Value.Lease;
            item.StartedBy = null;
            item.Worker = null;
        }

        job.InFlight += items.Count;
        await SetWakeAsync(job, wakeHolds, now, cancellationToken);
        return items;
    }

    /// <summary>
    /// Takes back the items whose lease has run out. Where no consumer has started, the order waits in a long queue or was lost: another one is to be sent, and
    /// whichever is read first counts. Else the process was lost: the item is planned again, or given up when that has happened too often.
    /// </summary>
    public async Task<IReadOnlyList<WorkItem>> ReclaimAsync(SyncJob job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await CountFinishedAsync(job, cancellationToken);
        var overdue = db.IsSqlite
            ? await Items(job).Where(item => item.State == WorkItemState.InFlight && item.LeaseUntil <= now).OrderBy(item => item.Rank).ToListAsync(cancellationToken)
            : await LockedAsync("state = 'InFlight' AND lease_until <= {1} ORDER BY rank FOR UPDATE SKIP LOCKED", [job.CorrelationId, now.UtcDateTime], cancellationToken);
        foreach (var item in overdue)
        {
            if (item.StartedBy is null || item.Worker is null)
            {
                // Without a worker: it was given back, to whoever is given the message next. That was lost too.
                item.StartedBy = null;
                item.LeaseUntil = now + options.Value.Lease;
                continue;
            }

            SyncMetrics.LeaseLost(isPlan: false);
            item.Losses++;
            item.Reason = Trouble.ProcessesLost;
            if (item.Losses < options.Value.MaxAttempts)
            {
                Release(job, item, now);
            }
            else
            {
                GiveUp(job, item);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return overdue;
    }

    public async Task SettleAsync(SyncJob job, WorkItemDone done, CancellationToken cancellationToken)
    {
        await CountFinishedAsync(job, cancellationToken, done.GarminRequests);
        if (await FindAsync(job, done.ItemId, cancellationToken) is not { State: WorkItemState.InFlight or WorkItemState.Planned or WorkItemState.Failed } item)
        {
            return;
        }

        // An item that was given up may be done after all: its process was only slow.
        job.Pace = item.State == WorkItemState.Failed ? job.Pace : job.Pace.End(clock.GetUtcNow());
        job.Count(item.Kind, done: 1, failed: item.State == WorkItemState.Failed ? -1 : 0);
        job.InFlight -= item.State == WorkItemState.InFlight ? 1 : 0;
        SyncMetrics.ItemEnded(item.Kind, SyncMetrics.Done);
        item.State = WorkItemState.Done;
        item.Order = "";
        item.LeaseUntil = null;
        item.Reason = null;
        job.FailuresInRow = 0;
    }

    /// <summary>Returns the item when it was given up; null when it is tried again, or the report is of an earlier try.</summary>
    public async Task<WorkItem?> SettleAsync(SyncJob job, WorkItemFailed failed, CancellationToken cancellationToken)
    {
        await CountFinishedAsync(job, cancellationToken, failed.GarminRequests);
        if (await FindAsync(job, failed.ItemId, cancellationToken) is not { State: WorkItemState.InFlight } item || item.Attempts != failed.Attempt)
        {
            return null;
        }

        item.Reason = failed.Reason;
        if (failed.IsOutage)
        {
            SyncMetrics.ItemEnded(item.Kind, SyncMetrics.Deferred);
            Release(job, item, clock.GetUtcNow());
            return null;
        }

        job.FailuresInRow = 0;
        item.Failures++;
        if (failed.Retry && item.Failures < options.Value.MaxAttempts)
        {
            SyncMetrics.ItemEnded(item.Kind, SyncMetrics.Retried);
            Release(job, item, clock.GetUtcNow() + options.Value.BackOff(item.Failures));
            return null;
        }

        GiveUp(job, item);
        return item;
    }

    public async Task SettleAsync(SyncJob job, WorkItemDeferred deferred, CancellationToken cancellationToken)
    {
        await CountFinishedAsync(job, cancellationToken, deferred.GarminRequests);
        if (await FindAsync(job, deferred.ItemId, cancellationToken) is { State: WorkItemState.InFlight } item && item.Attempts == deferred.Attempt)
        {
            SyncMetrics.ItemEnded(item.Kind, SyncMetrics.Deferred);

            // A limit, or a range that is not through yet, is an answer.
            job.FailuresInRow = deferred.IsOutage ? job.FailuresInRow : 0;
            Release(job, item, clock.GetUtcNow());
        }
    }

    /// <summary>Cancels all items that no consumer has started on, and sets when to check on the others.</summary>
    public async Task CancelAsync(SyncJob job, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await CountFinishedAsync(job, cancellationToken);
        await CancelAsync(Items(job).Where(item => item.State == WorkItemState.Planned || (item.State == WorkItemState.InFlight && item.StartedBy == null)), cancellationToken);
        if (job.StartedBy is null)
        {
            job.EndPlanning();
        }

        await AwaitLastAsync(job, cancellationToken);
    }

    /// <summary>An item of a cancelled job has ended.</summary>
    /// <param name="failedAttempt">The try that did not succeed; null when the item is done, whichever try it was. A late report of an earlier try changes nothing.</param>
    public async Task SettleLastAsync(SyncJob job, Guid itemId, int? failedAttempt, CancellationToken cancellationToken)
    {
        await CountFinishedAsync(job, cancellationToken);
        var done = failedAttempt is null;
        if (await FindAsync(job, itemId, cancellationToken) is { State: WorkItemState.InFlight } item && (done || item.Attempts == failedAttempt))
        {
            job.Count(item.Kind, done: done ? 1 : 0);
            item.State = done ? WorkItemState.Done : WorkItemState.Cancelled;
            item.Order = "";
            item.LeaseUntil = null;
        }

        await AwaitLastAsync(job, cancellationToken);
    }

    /// <summary>Stops waiting for overdue work of a cancelled job.</summary>
    public async Task GiveUpLastAsync(SyncJob job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await CountFinishedAsync(job, cancellationToken);
        await CancelAsync(Items(job).Where(item => item.State == WorkItemState.InFlight && item.LeaseUntil <= now), cancellationToken);
        if (job.LeaseUntil <= now)
        {
            job.EndPlanning();
        }

        await AwaitLastAsync(job, cancellationToken);
    }

    /// <summary>Plans failed items of an ended job again.</summary>
    /// <param name="keys">Which; null: all.</param>
    public async Task RetryAsync(SyncJob job, IReadOnlyList<string>? keys, CancellationToken cancellationToken)
    {
        var failed = Items(job).Where(item => item.State == WorkItemState.Failed && item.Order != "");
        foreach (var item in await (keys is null ? failed : failed.Where(item => keys.Contains(item.Key))).ToListAsync(cancellationToken))
        {
            item.State = WorkItemState.Planned;
            item.Failures = 0;
            item.Losses = 0;
            item.DueAt = clock.GetUtcNow();
            item.TraceParent = job.TraceParent;
            job.Count(item.Kind, failed: -1);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Release(SyncJob job, WorkItem item, DateTimeOffset dueAt)
    {
        job.InFlight--;
        item.State = WorkItemState.Planned;
        item.LeaseUntil = null;
        item.DueAt = dueAt;
    }

    private void GiveUp(SyncJob job, WorkItem item)
    {
        SyncMetrics.ItemEnded(item.Kind, SyncMetrics.Failed);
        job.Pace = job.Pace.End(clock.GetUtcNow());
        job.InFlight--;
        item.State = WorkItemState.Failed;
        item.LeaseUntil = null;
        job.Count(item.Kind, failed: 1);
    }

    private static Task<int> CancelAsync(IQueryable<WorkItem> items, CancellationToken cancellationToken) => items.ExecuteUpdateAsync(
        row => row.SetProperty(item => item.State, WorkItemState.Cancelled)
            .SetProperty(item => item.Order, "")
            .SetProperty(item => item.LeaseUntil, (DateTimeOffset?)null),
        cancellationToken);

    private async Task<WorkItem?> FindAsync(SyncJob job, Guid itemId, CancellationToken cancellationToken) => db.IsSqlite
        ? await Items(job).SingleOrDefaultAsync(item => item.Id == itemId, cancellationToken)
        : (await LockedAsync("id = {1} FOR UPDATE", [job.CorrelationId, itemId], cancellationToken)).SingleOrDefault();

    /// <summary>
    /// Items of the job, locked until the commit: a worker that goes on with the next item by itself (<see cref="WorkLane"/>) changes rows without the lock on the job's.
    /// On SQLite nobody else writes meanwhile.
    /// </summary>
    private Task<List<WorkItem>> LockedAsync(string which, object[] values, CancellationToken cancellationToken)
    {
        var sql = $"SELECT {db.ColumnsOf<WorkItem>()} FROM work_item WHERE job_id = {{0}} AND {which}";
        return db.Set<WorkItem>().FromSqlRaw(sql, values).ToListAsync(cancellationToken);
    }

    /// <summary>Counts what workers have finished since the last time and not told, because they went on with the next item.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="told">Requests to Garmin of the item that is told now.</param>
    private async Task CountFinishedAsync(SyncJob job, CancellationToken cancellationToken, int told = 0)
    {
        var finished = await db.Database.SqlQueryRaw<FinishedItem>(
            """UPDATE work_item SET state = 'Done' WHERE job_id = {0} AND state = 'Finished' RETURNING kind AS "Kind", garmin_requests AS "GarminRequests" """,
            job.CorrelationId).ToListAsync(cancellationToken);
        foreach (var kind in finished.GroupBy(item => item.Kind))
        {
            job.Count(kind.Key, done: kind.Count());
            SyncMetrics.ItemsEnded(kind.Key, SyncMetrics.Done, kind.Count());
        }

        if (finished.Count > 0)
        {
            job.FailuresInRow = 0;
            job.Pace = job.Pace.End(clock.GetUtcNow(), finished.Count);
        }

        await requests.AddAsync(job, told + finished.Sum(item => item.GarminRequests), cancellationToken);
    }

    /// <summary>Counts the work of a cancelled job that is still under way, and sets when to check on it.</summary>
    private async Task AwaitLastAsync(SyncJob job, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var leases = await Items(job).Where(item => item.State == WorkItemState.InFlight).Select(item => item.LeaseUntil).ToListAsync(cancellationToken);
        job.InFlight = leases.Count;
        job.WakeAt = leases.Append(job.LeaseUntil).Min();
    }

    private async Task<IReadOnlyList<WorkItem>> DueAsync(SyncJob job, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (known, others) = Split(job);
        var due = db.IsSqlite
            ? await others.Where(item => item.State == WorkItemState.Planned && item.DueAt <= now)
                .OrderBy(item => item.Rank).ThenBy(item => item.Id)
                .Take(most)
                .ToListAsync(cancellationToken)
            : await LockedAsync(
                "state = 'Planned' AND due_at <= {1} ORDER BY rank, id LIMIT {2} FOR UPDATE SKIP LOCKED", [job.CorrelationId, now.UtcDateTime, most + known.Count], cancellationToken);
        due.RemoveAll(known.Contains);
        due.AddRange(known.Where(item => item.State == WorkItemState.Planned && item.DueAt <= now));
        return [.. due.OrderBy(item => item.Rank).Take(most)];
    }

    private async Task SetWakeAsync(SyncJob job, bool wakeHolds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (known, others) = Split(job);
        var soonest = known.Where(item => item.State == WorkItemState.Planned && item.DueAt > now).Select(item => (DateTimeOffset?)item.DueAt)
            .Concat(known.Where(item => item.State == WorkItemState.InFlight).Select(item => item.LeaseUntil))
            .Min();

        // For the others the time that was set last is still early enough: leases only grow. An item may have ended since; then the job is woken for nothing, once.
        if (wakeHolds && soonest is not null && job.WakeAt > now)
        {
            job.WakeAt = soonest < job.WakeAt ? soonest : job.WakeAt;
            return;
        }

        // Of the planned items, which may be thousands, only the first in the index is read.
        var due = others.Where(item => item.State == WorkItemState.Planned && item.DueAt > now).OrderBy(item => item.DueAt).Take(1).Select(item => (DateTimeOffset?)item.DueAt);
        var leases = others.Where(item => item.State == WorkItemState.InFlight).Select(item => item.LeaseUntil);
        var stored = await due.Concat(leases).MinAsync(cancellationToken);
        job.WakeAt = stored < soonest || soonest is null ? stored : soonest;
    }

    /// <summary>
    /// The items that this unit of work has, as they are now, and a query for the others. What was changed is saved with the commit; to save it before each query
    /// would cost round trips for every item.
    /// </summary>
    private (IReadOnlyList<WorkItem> Known, IQueryable<WorkItem> Others) Split(SyncJob job)
    {
        var known = db.ChangeTracker.Entries<WorkItem>().Select(entry => entry.Entity).Where(item => item.JobId == job.CorrelationId).ToList();
        var ids = known.ConvertAll(item => item.Id);
        return (known, Items(job).Where(item => !ids.Contains(item.Id)));
    }

    private sealed record FinishedItem(string Kind, int GarminRequests);

    private IQueryable<WorkItem> Items(SyncJob job) => db.Set<WorkItem>().Where(item => item.JobId == job.CorrelationId);
}
