using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;

namespace GarminSync.Outbox;

/// <summary>
/// The saga instances as one message's handling sees them. Nothing is saved here: changes are tracked, and <see cref="MessageTransaction"/>
/// commits them with inbox and outbox.
/// </summary>
internal sealed class SagaInstances<TSaga, TMessage>(OutboxDbContext db, ConsumeContext<TMessage> context, ISagaConsumeContextFactory<OutboxDbContext, TSaga> contexts)
    : ConsumeContextScope<TMessage>(context, db), SagaRepositoryContext<TSaga, TMessage>
    where TSaga : class, ISaga
    where TMessage : class
{
    private readonly ConsumeContext<TMessage> _context = context;

    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance) =>
        CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Add);

    // Null when the instance exists already; MassTransit then loads it.
    public async Task<SagaConsumeContext<TSaga, TMessage>> Insert(TSaga instance)
    {
        if (await SagaLock.LoadAsync<TSaga>(db, instance.CorrelationId, CancellationToken) is not null)
        {
            return null!;
        }

        db.Add(instance);
        return await CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Insert);
    }

    public async Task<SagaConsumeContext<TSaga, TMessage>> Load(Guid correlationId) =>
        await SagaLock.LoadAsync<TSaga>(db, correlationId, CancellationToken) is { } instance
            ? await CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Load)
            : null!;

    public Task Save(SagaConsumeContext<TSaga> context)
    {
        db.Add(context.Saga);
        return Task.CompletedTask;
    }

    public Task Update(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        db.Remove(context.Saga);
        return Task.CompletedTask;
    }

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<TSaga> context)
    {
        db.Entry(context.Saga).State = Microsoft.EntityFrameworkCore.EntityState.Detached;
        return Task.CompletedTask;
    }

    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(ConsumeContext<T> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where T : class =>
        contexts.CreateSagaConsumeContext(db, consumeContext, instance, mode);
}
