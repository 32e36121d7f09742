using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using MassTransit.Transports;
using Microsoft.Extensions.Options;

namespace GarminSync.Outbox;

/// <summary>
/// Publishes together with row changes where no message is being handled, as in a hosted service. (A consumer publishes through its <see cref="ConsumeContext"/>.)
/// Also puts messages back for later. One instance a scope.
/// </summary>
public sealed class StateOutbox : OutboxSendContext
{
    private readonly OutboxDbContext _db;
    private readonly OutboxDeliverer _deliverer;
    private readonly IServiceProvider _provider;
    private readonly IBus _bus;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _sweepGrace;
    private OutboxBatch _batch;

    internal StateOutbox(OutboxDbContext db, IBus bus, OutboxDeliverer deliverer, TimeProvider clock, IOptions<StateOptions> options, IServiceProvider provider)
    {
        _db = db;
        _deliverer = deliverer;
        _provider = provider;
        _bus = bus;
        _clock = clock;
        _sweepGrace = options.Value.SweepGrace;
        _batch = NewBatch(_sweepGrace);
        Publisher = new PublishEndpoint(new OutboxPublishEndpointProvider(this, bus));
    }

    /// <summary>What is published here goes out when <see cref="CommitAsync"/> has succeeded, and not otherwise.</summary>
    public IPublishEndpoint Publisher { get; }

    /// <summary>Saves what the scope's <see cref="OutboxDbContext"/> tracks and what was published, in one commit.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var batch = _batch;
        _batch = NewBatch(_sweepGrace);
        await _db.BeginAsync(cancellationToken);
        await _deliverer.CommitAsync(_db, batch, cancellationToken);
    }

    /// <summary>
    /// Puts a copy of a message, with the same id, at the end of the queue that it came from when the delay is over. Only for a consumer without an inbox (an inbox
    /// would drop the copy as a repeat), and as the last thing that it does.
    /// </summary>
    public async Task PutBackAsync<T>(ConsumeContext<T> message, TimeSpan delay)
        where T : class
    {
        // Not queued for delivery: the sweep finds the row when it is due.
        _batch = NewBatch(delay);
        var queue = await new OutboxSendEndpointProvider(this, _bus).GetSendEndpoint(message.ReceiveContext.InputAddress);
        var copied = new CopyContextPipe(message, (_, copy) =>
        {
            copy.MessageId ??= NewId.NextGuid(); // plain JSON may come without one
            copy.Headers.Set(MessageHeaders.RedeliveryCount, message.GetRedeliveryCount() + 1);
        });
        await queue.Send(message.Message, copied, message.CancellationToken);
        await _db.BeginAsync(message.CancellationToken);
        _db.Outbox.AddRange(_batch.Rows);
        await _db.CommitAsync(message.CancellationToken);
        _batch = NewBatch(_sweepGrace);
    }

    private OutboxBatch NewBatch(TimeSpan sweepAfter) => new(_clock, sweepAfter);

    Task OutboxSendContext.AddSend<T>(SendContext<T> context)
    {
        _batch.Add(context);
        return Task.CompletedTask;
    }

    object? IServiceProvider.GetService(Type serviceType) => _provider.GetService(serviceType);
}
