using System.Linq.Expressions;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Gives each piece of work to one consumer, and only while its job wants it: a queue may still hold orders of a cancelled job, and second orders for work
/// whose first order waited long. Claims are committed at once, apart from the consumer's own transaction.
/// </summary>
internal sealed partial class WorkClaims(OwnUnitOfWork store, IOptions<SyncOptions> options, TimeProvider clock, ILogger<WorkClaims> logger)
{
    private readonly Guid _worker = Guid.NewGuid();

    /// <summary>Claims an item, and does the work under a lease.</summary>
    public Task<WorkClaim> RunAsync(IWorkOrder order, Guid messageId, Func<Task> work, CancellationToken cancellationToken) => RunAsync<WorkItem>(
        items => items.Where(item =>
            item.Id == order.ItemId && item.JobId == order.JobId && item.State == WorkItemState.InFlight && item.Attempts == order.Attempt),
        messageId,
        work,
        cancellationToken);

    /// <summary>Claims the plan of a job, and makes it under a lease.</summary>
    public Task<WorkClaim> RunAsync(PlanSync order, Guid messageId, Func<Task> work, CancellationToken cancellationToken) => RunAsync<SyncJob>(
        jobs => jobs.Where(job => job.CorrelationId == order.JobId && job.CurrentState == nameof(SyncJobStateMachine.Planning)), messageId, work, cancellationToken);

    private async Task<WorkClaim> RunAsync<T>(Func<IQueryable<T>, IQueryable<T>> wanted, Guid messageId, Func<Task> work, CancellationToken cancellationToken)
        where T : class, ILeased
    {
        // Given back only when the work throws: then the process is stopping, or the message is retried, and no process was lost.
        await using var fresh = await LeaseOn(wanted, messageId, row => row.StartedBy == null && row.Losses < options.Value.MaxAttempts).TryTakeAsync(cancellationToken);
        await using var begunBefore = fresh is null ? await LeaseOn(wanted, messageId).TryTakeAsync(cancellationToken) : null;
        var lease = fresh ?? begunBefore;
        var claim = lease is null ? WorkClaim.Superseded
            : fresh is not null || await LossesAsync(wanted, cancellationToken) < options.Value.MaxAttempts ? WorkClaim.Begun
            : WorkClaim.LostTooOften;
        if (begunBefore is not null)
        {
            // The broker has handed the message out again: whoever had begun has not said how it ended.
            SyncMetrics.LeaseLost(isPlan: typeof(T) == typeof(SyncJob));
        }

        if (claim == WorkClaim.Begun)
        {
            await work();
        }
        else
        {
            LogNotBegun(messageId, claim);
        }

        // Nobody else may start before the report has arrived.
        lease?.LetRunOut();
        return claim;
    }

    private RowLease<T> LeaseOn<T>(Func<IQueryable<T>, IQueryable<T>> wanted, Guid messageId, Expression<Func<T, bool>>? onlyWhen = null)
        where T : class, ILeased => new(store, clock)
        {
            Wanted = (rows, _) => wanted(rows),
            TakeOnlyWhen = onlyWhen,
            Until = row => row.LeaseUntil,
            Owners = [new(row => row.StartedBy, messageId), new(row => row.Worker, _worker)],
            Length = options.Value.Lease,
            ByProcessClock = true, // as the job does that hands the work out and takes it back

            // The broker redelivers a message at once when its process is lost.
            TakeAlsoWhen = row => row.StartedBy == null || row.StartedBy == messageId,
            OnTake = row => row.SetProperty(taken => taken.Losses, taken => taken.StartedBy != null && taken.Worker != _worker ? taken.Losses + 1 : taken.Losses),
            OnGiveBack = row => row.SetProperty(given => given.StartedBy, (Guid?)null).SetProperty(given => given.Worker, (Guid?)null),
            Failed = exception => LogNotWritten(messageId, exception),
        };

    private Task<int> LossesAsync<T>(Func<IQueryable<T>, IQueryable<T>> wanted, CancellationToken cancellationToken)
        where T : class, ILeased => store.RunAsync(db => wanted(db.Set<T>()).Select(row => row.Losses).SingleOrDefaultAsync(cancellationToken));

    [LoggerMessage(3032, LogLevel.Information, "Message {MessageId} asks for work that is not begun: {Why}")]
    private partial void LogNotBegun(Guid messageId, WorkClaim why);

    [LoggerMessage(3033, LogLevel.Warning, "The lease of the work that message {MessageId} asks for could not be written; it runs out")]
    private partial void LogNotWritten(Guid messageId, Exception exception);
}
