using System.Linq.Expressions;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Gives each piece of work to one consumer, and only while its job wants it: a queue may still hold orders of a cancelled job, and second orders for work
/// whose first order waited long. Claims are committed at once, apart from the consumer's own transaction.
/// </summary>
internal sealed partial class WorkClaims(OwnUnitOfWork store, IOptions<SyncOptions> options, TimeProvider clock, ILogger<WorkClaims> logger)
{
    /// <summary>This process.</summary>
    public Guid Worker { get; } = Guid.NewGuid();

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

    /// <summary>Takes over the item of the job that a worker was at who was given the same message; null when there is none.</summary>
    public Task<HeldLease?> TakeOverAsync(Guid jobId, Guid messageId, CancellationToken cancellationToken) => LaneLease(
        items => items.Where(item => item.JobId == jobId && item.State == WorkItemState.InFlight && item.StartedBy == messageId), messageId).TryTakeAsync(cancellationToken);

    /// <summary>Prolongs the lease of an item that a lane has begun.</summary>
    public HeldLease Hold(Guid itemId, Guid messageId) =>
        LaneLease(items => items.Where(item => item.Id == itemId && item.State == WorkItemState.InFlight), messageId).Hold();

    // Whoever is given the message next goes on, so it stays the message's when it is given back.
    private RowLease<WorkItem> LaneLease(Func<IQueryable<WorkItem>, IQueryable<WorkItem>> wanted, Guid messageId) =>
        LeaseOn(wanted, messageId, onGiveBack: row => row.SetProperty(given => given.Worker, (Guid?)null));

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

    private RowLease<T> LeaseOn<T>(Func<IQueryable<T>, IQueryable<T>> wanted, Guid messageId, Expression<Func<T, bool>>? onlyWhen = null, Action<UpdateSettersBuilder<T>>? onGiveBack = null)
        where T : class, ILeased => new(store, clock)
        {
            Wanted = (rows, _) => wanted(rows),
            TakeOnlyWhen = onlyWhen,
            Until = row => row.LeaseUntil,
            Owners = [new(row => row.StartedBy, messageId), new(row => row.Worker, Worker)],
            Length = options.Value.Lease,
            ByProcessClock = true, // as the job does that hands the work out and takes it back

            // The broker redelivers a message at once when its process is lost.
            TakeAlsoWhen = row => row.StartedBy == null || row.StartedBy == messageId,
            OnTake = row => row.SetProperty(taken => taken.Losses, taken => taken.StartedBy != null && taken.Worker != null && taken.Worker != Worker ? taken.Losses + 1 : taken.Losses),
            OnGiveBack = onGiveBack ?? (row => row.SetProperty(given => given.StartedBy, (Guid?)null).SetProperty(given => given.Worker, (Guid?)null)),
            Failed = exception => LogNotWritten(messageId, exception),
        };

    private Task<int> LossesAsync<T>(Func<IQueryable<T>, IQueryable<T>> wanted, CancellationToken cancellationToken)
        where T : class, ILeased => store.RunAsync(db => wanted(db.Set<T>()).Select(row => row.Losses).SingleOrDefaultAsync(cancellationToken));

    [LoggerMessage(3032, LogLevel.Information, "Message {MessageId} asks for work that is not begun: {Why}")]
    private partial void LogNotBegun(Guid messageId, WorkClaim why);

    [LoggerMessage(3033, LogLevel.Warning, "The lease of the work that message {MessageId} asks for could not be written; it runs out")]
    private partial void LogNotWritten(Guid messageId, Exception exception);
}
