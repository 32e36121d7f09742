using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GarminSync.Outbox;

/// <summary>Delivers what a process that died, or a broker that was away, left in the outbox.</summary>
internal sealed partial class OutboxSweeper(
    OutboxSender sender,
    OutboxBacklog backlog,
    IServiceScopeFactory scopes,
    IOptions<StateOptions> options,
    TimeProvider clock,
    ILogger<OutboxSweeper> logger) : RepeatedWork(options.Value.SweepInterval, clock)
{
    private const int RowsPerTransaction = 100;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    protected override Task WorkAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (sender.IsConnected)
        {
            var (isBehind, left) = (backlog.Exists, backlog.Left);
            // While there is a backlog the deliverer sends nothing, so no row needs its grace time.
            var due = Clock.GetUtcNow() + (isBehind ? options.Value.SweepGrace : TimeSpan.Zero);
            var (found, sent, isStuck) = await SweepOnceAsync(due, cancellationToken);
            total += sent;
            if (found == RowsPerTransaction && !isStuck)
            {
                continue;
            }

            if (total > 0)
            {
                LogSwept(total);
            }

            if (isBehind && found == 0)
            {
                backlog.TryEnd(left);
            }

            if (!isBehind || found == 0 || isStuck)
            {
                return;
            }
        }
    }

    private async Task<(int Found, int Sent, bool IsStuck)> SweepOnceAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OutboxDbContext>();
        var rows = await TakeAsync(db, due, cancellationToken);
        var sent = new List<long>();
        var isStuck = false;
        foreach (var row in rows)
        {
            try
            {
                await sender.SendAsync(row, cancellationToken);
                sent.Add(row.Seq);
            }
            catch (TimeoutException exception)
            {
                // The broker confirms nothing, most likely because it is short of memory or disk. Later rows must not overtake this one, and would wait as long.
                isStuck = true;
                LogNotConfirmed(exception);
                break;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (!sender.IsConnected)
                {
                    break;
                }

                // The broker is there, so it is this one message. Let the others go first.
                row.SweepAfter = Clock.GetUtcNow() + options.Value.SweepGrace + PauseAfterFailure;
                LogNotSent(row.MessageId, row.MessageType, row.DestinationAddress, exception);
            }
        }

        await db.BeginAsync(cancellationToken);
        await db.Outbox.Where(row => sent.Contains(row.Seq)).ExecuteDeleteAsync(cancellationToken);
        await db.CommitAsync(cancellationToken);
        return (rows.Count, sent.Count, isStuck);
    }

    // On PostgreSQL the rows stay locked until they are sent, so that two processes do not send the same ones. On SQLite there is only one process, and the write
    // lock must not be held while it waits for the broker.
    private static async Task<List<OutboxRow>> TakeAsync(OutboxDbContext db, DateTimeOffset due, CancellationToken cancellationToken)
    {
        if (db.IsSqlite)
        {
            return await db.Outbox.Where(row => row.SweepAfter < due).OrderBy(row => row.Seq).Take(RowsPerTransaction).ToListAsync(cancellationToken);
        }

        await db.BeginAsync(cancellationToken);
        var sql = $"SELECT {db.ColumnsOf<OutboxRow>()} FROM outbox WHERE sweep_after < {{0}} ORDER BY seq LIMIT {{1}} FOR UPDATE SKIP LOCKED";
        return await db.Outbox.FromSqlRaw(sql, due.UtcDateTime, RowsPerTransaction).ToListAsync(cancellationToken);
    }

    [LoggerMessage(EventId = 320, Level = LogLevel.Information, Message = "Delivered {Count} messages that were left in the outbox")]
    private partial void LogSwept(int count);

    [LoggerMessage(EventId = 321, Level = LogLevel.Warning, Message = "Message {MessageId} ({MessageType}) could not be sent to {Destination}; it stays in the outbox and is tried again")]
    private partial void LogNotSent(Guid messageId, string messageType, Uri destination, Exception exception);

    [LoggerMessage(EventId = 323, Level = LogLevel.Warning, Message = "The broker is connected and confirms nothing: is it short of memory or disk? The messages stay in the outbox")]
    private partial void LogNotConfirmed(Exception exception);

    [LoggerMessage(EventId = 322, Level = LogLevel.Warning, Message = "The outbox could not be searched for undelivered messages; this is tried again")]
    protected override partial void LogFailed(Exception exception);
}
