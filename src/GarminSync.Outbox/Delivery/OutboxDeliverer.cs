using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GarminSync.Outbox;

/// <summary>
/// Delivers committed messages from memory and then deletes their rows, many at once. What it cannot deliver stays in the table for <see cref="OutboxSweeper"/>.
/// </summary>
/// <remarks>
/// Order: the batches of one order key go through one lane, one after the other, in the order of their commits; while there is an <see cref="OutboxBacklog"/>,
/// all go through the sweep. Between processes, and after a crash, there is no order; receivers must not depend on it.
/// </remarks>
internal sealed partial class OutboxDeliverer(
    OutboxSender sender,
    OutboxBacklog backlog,
    IEnumerable<IOutboxListener> listeners,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<OutboxDeliverer> logger) : BackgroundService
{
    private const int RowsPerDelete = 100;
    private static readonly TimeSpan DrainDeadline = TimeSpan.FromSeconds(5);

    private readonly IOutboxListener[] _listeners = [.. listeners];
    private readonly Channel<OutboxBatch>[] _lanes = [.. Enumerable.Range(0, 8).Select(_ => Channel.CreateBounded<OutboxBatch>(1000))];
    private Task _delivering = Task.CompletedTask;

    /// <summary>Commits the unit of work with its messages, and queues these for delivery.</summary>
    public async Task CommitAsync(OutboxDbContext db, OutboxBatch batch, CancellationToken cancellationToken)
    {
        db.Outbox.AddRange(batch.Rows);
        var outgoing = OutgoingOf(batch);
        Array.ForEach(_listeners, listener => listener.Committing(db, outgoing));
        await db.SaveChangesAsync(cancellationToken);
        var isLeft = batch.Rows.Count > 0 && backlog.LeaveUncommitted(() => TryEnqueue(batch));
        var committed = false;
        try
        {
            await db.CommitAsync(cancellationToken);
            committed = true;
        }
        finally
        {
            batch.SetCommitted(committed);
            if (isLeft)
            {
                backlog.Committed();
            }
        }

        Array.ForEach(_listeners, listener => listener.Committed(outgoing));
    }

    /// <summary>Returns when the lanes are empty, or after five seconds. Whatever is committed after this was called is left to the sweep.</summary>
    public async Task DrainAsync()
    {
        foreach (var lane in _lanes)
        {
            lane.Writer.TryComplete();
        }

        try
        {
            await _delivering.WaitAsync(DrainDeadline, clock);
        }
        catch (TimeoutException)
        {
            LogNotDrained();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _delivering = Task.WhenAll(_lanes.Select(lane => Task.Run(() => DeliverAsync(lane.Reader, stoppingToken), stoppingToken)));

    private OutgoingMessage[] OutgoingOf(OutboxBatch batch) => _listeners.Length == 0 ? [] : [.. batch.Rows.Select(row => row.ToOutgoing())];

    // Called before the commit, while its row locks are still held, so that a lane has the order of the commits.
    private bool TryEnqueue(OutboxBatch batch) => _lanes[batch.OrderKey % _lanes.Length].Writer.TryWrite(batch);

    private async Task DeliverAsync(ChannelReader<OutboxBatch> lane, CancellationToken cancellationToken)
    {
        var sent = new List<long>();
        while (await lane.WaitToReadAsync(cancellationToken))
        {
            sent.Clear();
            while (sent.Count < RowsPerDelete && lane.TryRead(out var batch))
            {
                if (await batch.Committed && !backlog.TryJoin())
                {
                    await SendAsync(batch, sent, cancellationToken);
                }
            }

            await DeleteAsync(sent, cancellationToken);
        }
    }

    private async Task SendAsync(OutboxBatch batch, List<long> sent, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var row in batch.Rows)
            {
                if (!sender.IsConnected)
                {
                    backlog.Leave();
                    return;
                }

                await sender.SendAsync(row, cancellationToken);
                sent.Add(row.Seq);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the failure, the rows are in the table.
            if (backlog.Leave())
            {
                LogLeftToSweep(exception);
            }
        }
    }

    private async Task DeleteAsync(List<long> sent, CancellationToken cancellationToken)
    {
        if (sent.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OutboxDbContext>();
            var rows = db.Outbox.Where(row => sent.Contains(row.Seq));
            if (db.IsSqlite)
            {
                // Not by itself, but in the queue of this process's writers.
                await db.BeginAsync(cancellationToken);
                await rows.ExecuteDeleteAsync(cancellationToken);
                await db.CommitAsync(cancellationToken);
            }
            else
            {
                await rows.ExecuteDeleteAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotDeleted(sent.Count, exception); // they will be sent again; receivers drop the copies
        }
    }

    [LoggerMessage(EventId = 310, Level = LogLevel.Warning, Message = "The broker took no message; those committed stay in the outbox until it does")]
    private partial void LogLeftToSweep(Exception exception);

    [LoggerMessage(EventId = 311, Level = LogLevel.Warning, Message = "{Count} delivered messages could not be deleted from the outbox; they will be delivered again")]
    private partial void LogNotDeleted(int count, Exception exception);

    [LoggerMessage(EventId = 312, Level = LogLevel.Information, Message = "Some messages could not be delivered before the stop; they are in the outbox, and go out after the next start")]
    private partial void LogNotDrained();
}
