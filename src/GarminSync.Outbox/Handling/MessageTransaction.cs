using System.Diagnostics;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Outbox;

/// <summary>Handles one message: what the handler changed, that it was handled, and what it published become one commit.</summary>
internal sealed class MessageTransaction(
    OutboxDbContext db, OutboxDeliverer deliverer, MessageInParts parts, TimeProvider clock, IOptions<StateOptions> options, IServiceProvider provider)
{
    private OutboxBatch _batch = new(clock, options.Value.SweepGrace);

    /// <summary>Runs the handler, unless the message has been handled before.</summary>
    /// <param name="context">The message as it came from the broker.</param>
    /// <param name="consumer">Whose inbox it is.</param>
    /// <param name="next">The handler.</param>
    /// <param name="beginFirst">Whether the handler runs inside the transaction. Only for one that waits for nothing but the database.</param>
    public async Task HandleAsync<T>(ConsumeContext<T> context, OutboxConsumeOptions consumer, IPipe<OutboxConsumeContext<T>> next, bool beginFirst)
        where T : class
    {
        // Plain JSON may come without an id. A copy of it cannot be recognised, and is handled again.
        var messageId = context.GetOriginalMessageId();
        _batch = NewBatch();
        parts.Begin(EndPartAsync);
        try
        {
            if (await IsDuplicateAsync(messageId, consumer.ConsumerId, beginFirst, context.CancellationToken))
            {
                await db.RollbackAsync();
                await next.Send(new CapturingConsumeContext<T>(context, consumer, provider, () => _batch, isDuplicate: true));
                return;
            }

            await next.Send(new CapturingConsumeContext<T>(context, consumer, provider, () => _batch, isDuplicate: false));
            await CommitAsync(context, messageId, consumer.ConsumerId, isClaimed: beginFirst);
        }
        catch
        {
            await db.RollbackAsync(); // before the next attempt, which may be given the same scope
            throw;
        }
    }

    private async Task<bool> IsDuplicateAsync(Guid? messageId, Guid consumerId, bool beginFirst, CancellationToken cancellationToken)
    {
        if (beginFirst)
        {
            await db.BeginAsync(cancellationToken);
            return !await ClaimAsync(messageId, consumerId, cancellationToken);
        }

        return await db.Inbox.AnyAsync(row => row.MessageId == messageId && row.ConsumerId == consumerId, cancellationToken);
    }

    // By now MassTransit counts the message as consumed. Unless it is told that it failed after all, it publishes no Fault.
    private async Task CommitAsync<T>(ConsumeContext<T> context, Guid? messageId, Guid consumerId, bool isClaimed)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await db.BeginAsync(context.CancellationToken);
            if (isClaimed || await ClaimAsync(messageId, consumerId, context.CancellationToken))
            {
                await deliverer.CommitAsync(db, _batch, context.CancellationToken);
            }
            else
            {
                await db.RollbackAsync(); // a copy of the message was quicker
            }
        }
        catch (Exception exception)
        {
            await context.NotifyFaulted(Stopwatch.GetElapsedTime(started), TypeCache<T>.ShortName, exception);
            throw;
        }
    }

    private async Task EndPartAsync(bool commit, CancellationToken cancellationToken)
    {
        var batch = _batch;
        _batch = NewBatch();
        if (commit)
        {
            await db.BeginAsync(cancellationToken);
            await deliverer.CommitAsync(db, batch, cancellationToken);
            db.ChangeTracker.Clear();
        }
        else
        {
            await db.RollbackAsync();
        }
    }

    private OutboxBatch NewBatch() => new(clock, options.Value.SweepGrace);

    // By hand and not through the change tracker: a copy that comes at the same time waits here for the first one, and is no error.
    private async Task<bool> ClaimAsync(Guid? messageId, Guid consumerId, CancellationToken cancellationToken)
    {
        if (messageId is not { } id)
        {
            return true;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Database.ExecuteSqlAsync(
            $"INSERT INTO inbox (message_id, consumer_id, received_at) VALUES ({id}, {consumerId}, {now}) ON CONFLICT DO NOTHING",
            cancellationToken) == 1;
    }
}
