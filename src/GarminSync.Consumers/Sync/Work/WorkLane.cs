using System.Diagnostics;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Lets a worker that has done an item go on with the next one of the job by itself: that the one is done and that the other is begun are one commit. The job hears of
/// the last item only, and counts the others then; it still limits how many are in flight, because one item takes the place of another. After a while the lane ends, so
/// that a worker is not one account's for long. One instance a message. See docs/decisions/0041-lanes.md.
/// </summary>
internal sealed class WorkLane(StateDb db, MessageInParts parts, RegisteredKinds kinds, WorkClaims claims, IOptions<SyncOptions> options, TimeProvider clock)
{
    private readonly DateTimeOffset _end = clock.GetUtcNow() + (options.Value.BesideVersion1 ? TimeSpan.Zero : options.Value.LaneLength);
    private SyncJob? _job;

    /// <summary>Undoes what an item has left in the unit of work, because it failed.</summary>
    public Task RollbackAsync() => parts.RollbackAsync();

    /// <summary>Commits what was done for an item, and begins with the next one.</summary>
    /// <param name="done">The order that was carried out.</param>
    /// <param name="messageId">The message that the worker has.</param>
    /// <param name="garminRequests">How many requests to Garmin the item took.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The order of the next item and its lease. Null: nothing was committed, and the worker is to report as if there were no lane.</returns>
    public async Task<Step<TOrder>?> GoOnAsync<TOrder>(TOrder done, Guid messageId, int garminRequests, CancellationToken cancellationToken)
        where TOrder : class, IWorkOrder
    {
        if (clock.GetUtcNow() >= _end)
        {
            return null;
        }

        await db.BeginAsync(cancellationToken);
        if (await TakeNextAsync(done, messageId, cancellationToken) is not { } next)
        {
            return null;
        }

        if (await OrderAsync<TOrder>(next, cancellationToken) is not { } order || !await FinishAsync(done, messageId, garminRequests, cancellationToken))
        {
            // What comes next is for others, or the job has taken this one for lost meanwhile.
            await GiveBackAsync(next, cancellationToken);
            return null;
        }

        await parts.CommitAsync(cancellationToken);
        return StepOf(order, next, claims.Hold(next.Id, messageId));
    }

    /// <summary>Goes on where a worker was that was given the same message, and was lost.</summary>
    /// <returns>The order of the item that it was at; null when it was at none.</returns>
    public async Task<Step<TOrder>?> ResumeAsync<TOrder>(TOrder first, Guid messageId, CancellationToken cancellationToken)
        where TOrder : class, IWorkOrder
    {
        if (await claims.TakeOverAsync(first.JobId, messageId, cancellationToken) is not { } held)
        {
            return null;
        }

        Step<TOrder>? step = null;
        try
        {
            var item = await db.Set<WorkItem>().AsNoTracking()
                .FirstAsync(item => item.JobId == first.JobId && item.State == WorkItemState.InFlight && item.StartedBy == messageId, cancellationToken);
            SyncMetrics.LeaseLost(isPlan: false);
            step = await OrderAsync<TOrder>(item, cancellationToken) is { } order ? StepOf(order, item, held) with { IsLostTooOften = item.Losses >= options.Value.MaxAttempts } : null;
            return step;
        }
        finally
        {
            if (step is null)
            {
                // Nobody else would give it back, and it would be prolonged for ever.
                await held.DisposeAsync();
            }
        }
    }

    private async Task<WorkItem?> TakeNextAsync(IWorkOrder done, Guid messageId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var locked = db.IsSqlite ? "" : " FOR UPDATE SKIP LOCKED";
        var sql = $$"""
            UPDATE work_item SET state = 'InFlight', attempts = attempts + 1, lease_until = {3}, started_by = {1}, worker = {4}
            WHERE id = (SELECT id FROM work_item WHERE job_id = {0} AND state = 'Planned' AND due_at <= {2} ORDER BY rank, id LIMIT 1{{locked}})
            AND EXISTS (SELECT 1 FROM sync_job WHERE correlation_id = {0} AND current_state = '{{nameof(SyncJobStateMachine.Fetching)}}')
            RETURNING {{db.ColumnsOf<WorkItem>()}}
            """;
        var taken = await db.Set<WorkItem>().FromSqlRaw(
            sql, done.JobId, messageId, now.UtcDateTime, (now + options.Value.Lease).UtcDateTime, claims.Worker).AsNoTracking().ToListAsync(cancellationToken);
        return taken.SingleOrDefault();
    }

    private async Task<bool> FinishAsync(IWorkOrder done, Guid messageId, int garminRequests, CancellationToken cancellationToken) =>
        await db.Set<WorkItem>()
            .Where(item => item.Id == done.ItemId && item.State == WorkItemState.InFlight && item.Attempts == done.Attempt && item.StartedBy == messageId)
            .ExecuteUpdateAsync(
                row => row.SetProperty(item => item.State, WorkItemState.Finished)
                    .SetProperty(item => item.Order, "")
                    .SetProperty(item => item.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(item => item.Reason, (string?)null)
                    .SetProperty(item => item.GarminRequests, garminRequests),
                cancellationToken) > 0;

    private Task<int> GiveBackAsync(WorkItem next, CancellationToken cancellationToken) => db.Set<WorkItem>().Where(item => item.Id == next.Id).ExecuteUpdateAsync(
        row => row.SetProperty(item => item.State, WorkItemState.Planned)
            .SetProperty(item => item.Attempts, item => item.Attempts - 1)
            .SetProperty(item => item.LeaseUntil, (DateTimeOffset?)null)
            .SetProperty(item => item.StartedBy, (Guid?)null)
            .SetProperty(item => item.Worker, (Guid?)null),
        cancellationToken);

    private async Task<TOrder?> OrderAsync<TOrder>(WorkItem item, CancellationToken cancellationToken)
        where TOrder : class, IWorkOrder
    {
        _job ??= await db.Set<SyncJob>().AsNoTracking().SingleAsync(job => job.CorrelationId == item.JobId, cancellationToken);
        return kinds.Of(item).OrderFor(_job, item) as TOrder;
    }

    private Step<TOrder> StepOf<TOrder>(TOrder order, WorkItem item, HeldLease lease) => new(order, lease, () => SyncTraces.GoOn(_job!, item, clock.GetUtcNow()));

    /// <summary>What comes next in a lane.</summary>
    /// <param name="Order">The order.</param>
    /// <param name="Lease">The right to carry it out.</param>
    /// <param name="Trace">Begins the part of the job's trace that is this item's; null without telemetry.</param>
    internal sealed record Step<TOrder>(TOrder Order, HeldLease Lease, Func<Activity?> Trace)
    {
        /// <summary>Too many processes were lost over it: it is to be given up.</summary>
        public bool IsLostTooOften { get; init; }
    }
}
