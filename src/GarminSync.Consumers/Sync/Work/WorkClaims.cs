using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Gives each piece of work to one consumer, and only while its job wants it: a queue may still hold orders of a cancelled job, and second orders for work
/// whose first order waited long. Claims are committed at once, apart from the consumer's own transaction.
/// </summary>
internal sealed partial class WorkClaims(IServiceScopeFactory scopes, IOptions<SyncOptions> options, TimeProvider clock, ILogger<WorkClaims> logger)
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
        var start = await BeginAsync(wanted, messageId, cancellationToken);
        if (start != WorkClaim.Begun)
        {
            LogNotBegun(messageId, start);
            return start;
        }

        // Not given back at the end: nobody else may start before the report has arrived.
        await using var lease = new HeldLease(
            options.Value.Lease,
            length => length is { } prolonged ? ProlongAsync(wanted, messageId, prolonged) : Task.CompletedTask,
            exception => LogNotWritten(messageId, exception),
            clock);
        try
        {
            await work();
            return start;
        }
        catch
        {
            // The process is stopping, or the message is retried: no process was lost.
            await GiveBackAsync(wanted, messageId);
            throw;
        }
    }

    private Task<WorkClaim> BeginAsync<T>(Func<IQueryable<T>, IQueryable<T>> wanted, Guid messageId, CancellationToken cancellationToken)
        where T : class, ILeased => InScopeAsync(wanted, async work =>
    {
        var now = clock.GetUtcNow();
        var until = now + options.Value.Lease;

        // The broker redelivers a message at once when its process is lost.
        var begun = await work.Where(row => row.StartedBy == null || row.StartedBy == messageId || row.LeaseUntil <= now).ExecuteUpdateAsync(
            row => row
                .SetProperty(started => started.Losses, started => started.StartedBy != null && started.Worker != _worker ? started.Losses + 1 : started.Losses)
                .SetProperty(started => started.StartedBy, messageId)
                .SetProperty(started => started.Worker, _worker)
                .SetProperty(started => started.LeaseUntil, until),
            cancellationToken);
        if (begun == 0)
        {
            return WorkClaim.Superseded;
        }

        return await work.Select(row => row.Losses).SingleOrDefaultAsync(cancellationToken) < options.Value.MaxAttempts ? WorkClaim.Begun : WorkClaim.LostTooOften;
    });

    private Task<int> ProlongAsync<T>(Func<IQueryable<T>, IQueryable<T>> wanted, Guid messageId, TimeSpan length)
        where T : class, ILeased
    {
        var until = clock.GetUtcNow() + length;
        return InScopeAsync(wanted, work => Ours(work, messageId).ExecuteUpdateAsync(row => row.SetProperty(ours => ours.LeaseUntil, until), CancellationToken.None));
    }

    private async Task GiveBackAsync<T>(Func<IQueryable<T>, IQueryable<T>> wanted, Guid messageId)
        where T : class, ILeased
    {
        try
        {
            await InScopeAsync(wanted, work => Ours(work, messageId).ExecuteUpdateAsync(
                row => row.SetProperty(ours => ours.StartedBy, (Guid?)null).SetProperty(ours => ours.Worker, (Guid?)null), CancellationToken.None));
        }
        catch (Exception exception)
        {
            // Must not hide the first exception; the lease runs out by itself.
            LogNotWritten(messageId, exception);
        }
    }

    private IQueryable<T> Ours<T>(IQueryable<T> work, Guid messageId)
        where T : class, ILeased => work.Where(row => row.StartedBy == messageId && row.Worker == _worker);

    private async Task<TResult> InScopeAsync<T, TResult>(Func<IQueryable<T>, IQueryable<T>> wanted, Func<IQueryable<T>, Task<TResult>> act)
        where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(wanted(scope.ServiceProvider.GetRequiredService<StateDb>().Set<T>()));
    }

    [LoggerMessage(3032, LogLevel.Information, "Message {MessageId} asks for work that is not begun: {Why}")]
    private partial void LogNotBegun(Guid messageId, WorkClaim why);

    [LoggerMessage(3033, LogLevel.Warning, "The lease of the work that message {MessageId} asks for could not be written; it runs out")]
    private partial void LogNotWritten(Guid messageId, Exception exception);
}
