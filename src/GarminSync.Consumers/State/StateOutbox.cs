using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using MassTransit.Transports;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.State;

/// <summary>
/// Publishes together with row changes where no message is being handled: the dispatcher, hosted services. (A consumer publishes through its
/// <see cref="ConsumeContext"/>.) One instance a scope.
/// </summary>
internal sealed class StateOutbox : OutboxSendContext
{
    private readonly StateDb _db;
    private readonly OutboxDeliverer _deliverer;
    private readonly IServiceProvider _provider;
    private readonly Func<OutboxBatch> _newBatch;
    private OutboxBatch _batch;

    public StateOutbox(StateDb db, IBus bus, OutboxDeliverer deliverer, TimeProvider clock, IOptions<StateOptions> options, IServiceProvider provider)
    {
        _db = db;
        _deliverer = deliverer;
        _provider = provider;
        _newBatch = () => new OutboxBatch(clock, options.Value.SweepGrace);
        _batch = _newBatch();
        Publisher = new PublishEndpoint(new OutboxPublishEndpointProvider(this, bus));
    }

    /// <summary>What is published here goes out when <see cref="CommitAsync"/> has succeeded, and not otherwise.</summary>
    public IPublishEndpoint Publisher { get; }

    /// <summary>Saves what the scope's <see cref="StateDb"/> tracks and what was published, in one commit.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var batch = _batch;
        _batch = _newBatch();
        await _db.BeginAsync(cancellationToken);
        await _deliverer.CommitAsync(_db, batch, cancellationToken);
    }

    Task OutboxSendContext.AddSend<T>(SendContext<T> context)
    {
        _batch.Add(context);
        return Task.CompletedTask;
    }

    object? IServiceProvider.GetService(Type serviceType) => _provider.GetService(serviceType);
}
