using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.GarminConnect;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// What a job does in the state store: its turn among the jobs of its account, and its work items. Runs inside the transaction that holds the
/// saga's row lock, so two messages of one job never hand out the same item.
/// </summary>
internal sealed class SyncJobWork(StateDb db, TimeProvider clock, IOptions<SyncOptions> options, IOptions<GarminOptions> garmin)
{
    /// <summary>Makes the job its account's active one if no other is. Returns whether it is.</summary>
    public async Task<bool> TakeTurnAsync(SyncJob job, CancellationToken cancellationToken)
    {
        // The row is written even when the turn is taken: that locks it until this job is visible to the one that has the turn.
        await Account(job).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.ActiveJobId, account => account.ActiveJobId ?? job.CorrelationId), cancellationToken);
        return await Account(job).Select(account => account.ActiveJobId).SingleOrDefaultAsync(cancellationToken) == job.CorrelationId;
    }

    /// <summary>Ends the job's turn. Returns the job that waits the longest, which should try to take it; null when none waits.</summary>
    public async Task<Guid?> EndTurnAsync(SyncJob job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await Account(job).Where(account => account.ActiveJobId == job.CorrelationId).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.ActiveJobId, (Guid?)null).SetProperty(account => account.LastSyncAt, now), cancellationToken);
        return await db.Set<SyncJob>()
            .Where(waiting => waiting.UserId == job.UserId && waiting.CurrentState == nameof(SyncJobStateMachine.Queued) && waiting.CorrelationId != job.CorrelationId)
            .OrderBy(waiting => waiting.RequestedAt)
            .Select(waiting => (Guid?)waiting.CorrelationId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task<bool> NeedsLoginAsync(SyncJob job, CancellationToken cancellationToken) => Account(job).AnyAsync(account => account.NeedsLogin, cancellationToken);

    public Task<int> CountItemsAsync(SyncJob job, CancellationToken cancellationToken) => Items(job).CountAsync(cancellationToken);

    /// <summary>Removes the items of a plan that was not heard of in time, none of which was handed out, so that it can be made again.</summary>
    public Task ClearPlanAsync(SyncJob job, CancellationToken cancellationToken) => Items(job).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Takes as many due items as the account has credit for, marks them as in flight, and sets when to look again.</summary>
    public async Task<IReadOnlyList<WorkItem>> HandOutAsync(SyncJob job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Saved first, because the database is asked which items are planned.
        await db.SaveChangesAsync(cancellationToken);
        var credit = garmin.Value.ConcurrencyPerAccount - job.InFlight;
        var items = credit <= 0
            ? []
            : await Items(job).Where(item => item.State == WorkItemState.Planned && item.DueAt <= now)
                .OrderBy(item => item.Rank).ThenBy(item => item.Id)
                .Take(credit)
                .ToListAsync(cancellationToken);

        foreach (var item in items)
        {
            item.State = WorkItemState.InFlight;
            item.Attempts++;
            item.LeaseUntil = now + options.Value.Lease;
        }

        job.InFlight += items.Count;
        await SetWakeAsync(job, now, cancellationToken);
        return items;
    }

    /// <summary>Puts items whose lease has run out back among the planned ones.</summary>
    public async Task ReclaimAsync(SyncJob job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lost = await Items(job).Where(item => item.State == WorkItemState.InFlight && item.LeaseUntil <= now).ToListAsync(cancellationToken);
        foreach (var item in lost)
        {
            item.Reason = "The process that worked on it was not heard of again.";
            Release(job, item, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task SettleAsync(SyncJob job, WorkItemDone done, CancellationToken cancellationToken)
    {
        job.GarminRequests += done.GarminRequests;
        if (await UnfinishedAsync(job, done.ItemId, cancellationToken) is not { } item)
        {
            return;
        }

        job.InFlight -= item.State == WorkItemState.InFlight ? 1 : 0;
        item.State = WorkItemState.Done;
        item.LeaseUntil = null;
        item.Reason = null;
        job.FailuresInRow = 0;
        job.Count(item.Kind, done: 1);
    }

    /// <summary>Returns the item when it was given up; null when it will be tried again, or the report was overtaken.</summary>
    public async Task<WorkItem?> SettleAsync(SyncJob job, WorkItemFailed failed, CancellationToken cancellationToken)
    {
        job.GarminRequests += failed.GarminRequests;
        if (await UnfinishedAsync(job, failed.ItemId, cancellationToken) is not { State: WorkItemState.InFlight } item || item.Attempts != failed.Attempt)
        {
            return null;
        }

        job.FailuresInRow += failed.Retry ? 1 : 0;
        item.Reason = failed.Reason;
        if (failed.Retry && item.Attempts < options.Value.MaxAttempts)
        {
            Release(job, item, clock.GetUtcNow() + options.Value.BackOff(item.Attempts));
            return null;
        }

        job.InFlight--;
        item.State = WorkItemState.Failed;
        item.LeaseUntil = null;
        job.Count(item.Kind, failed: 1);
        return item;
    }

    public async Task SettleAsync(SyncJob job, WorkItemDeferred deferred, CancellationToken cancellationToken)
    {
        job.GarminRequests += deferred.GarminRequests;
        if (await UnfinishedAsync(job, deferred.ItemId, cancellationToken) is { State: WorkItemState.InFlight } item && item.Attempts == deferred.Attempt)
        {
            item.Attempts--;
            Release(job, item, clock.GetUtcNow());
        }
    }

    /// <summary>Marks all items that wait as cancelled; those in flight end, and do not count any more.</summary>
    public async Task CancelAsync(SyncJob job, CancellationToken cancellationToken)
    {
        await Items(job).Where(item => item.State == WorkItemState.Planned || item.State == WorkItemState.InFlight).ExecuteUpdateAsync(
            row => row.SetProperty(item => item.State, WorkItemState.Cancelled).SetProperty(item => item.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
        job.InFlight = 0;
        job.WakeAt = null;
    }

    /// <summary>Makes the failed items of an ended job planned again.</summary>
    public async Task RetryAsync(SyncJob job, CancellationToken cancellationToken)
    {
        foreach (var item in await Items(job).Where(item => item.State == WorkItemState.Failed).ToListAsync(cancellationToken))
        {
            item.State = WorkItemState.Planned;
            item.Attempts = 0;
            item.DueAt = clock.GetUtcNow();
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

    private async Task<WorkItem?> UnfinishedAsync(SyncJob job, Guid itemId, CancellationToken cancellationToken) =>
        await Items(job).SingleOrDefaultAsync(
            item => item.Id == itemId && (item.State == WorkItemState.InFlight || item.State == WorkItemState.Planned), cancellationToken);

    private async Task SetWakeAsync(SyncJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Saved first, because the question below is answered by the database.
        await db.SaveChangesAsync(cancellationToken);
        var due = await Items(job).Where(item => item.State == WorkItemState.Planned && item.DueAt > now).MinAsync(item => (DateTimeOffset?)item.DueAt, cancellationToken);
        var lease = await Items(job).Where(item => item.State == WorkItemState.InFlight).MinAsync(item => item.LeaseUntil, cancellationToken);
        job.WakeAt = due < lease || lease is null ? due : lease;
    }

    private IQueryable<WorkItem> Items(SyncJob job) => db.Set<WorkItem>().Where(item => item.JobId == job.CorrelationId);

    private IQueryable<GarminAccount> Account(SyncJob job) => db.Set<GarminAccount>().Where(account => account.UserId == job.UserId);
}
