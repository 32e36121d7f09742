using MassTransit;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Outbox;

/// <summary>The saga repository of MassTransit, on the state store.</summary>
internal sealed class SagaRepositoryFactory<TSaga>(OutboxDbContext db, ISagaConsumeContextFactory<OutboxDbContext, TSaga> contexts) :
    ISagaRepositoryContextFactory<TSaga>,
    ILoadSagaRepositoryContextFactory<TSaga>,
    IQuerySagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISaga
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class
    {
        ThrowIfNotInTransaction();
        return next.Send(new SagaInstances<TSaga, T>(db, context, contexts));
    }

    public async Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class
    {
        ThrowIfNotInTransaction();
        var ids = await FindAsync(query, context.CancellationToken);
        var stillMatches = query.FilterExpression.Compile();
        var locked = new List<TSaga>();
        foreach (var id in ids.Order()) // always in the same order, so that two messages cannot wait for each other
        {
            if (await SagaLock.LoadAsync<TSaga>(db, id, context.CancellationToken) is { } saga && stillMatches(saga))
            {
                locked.Add(saga);
            }
        }

        await next.Send(new LoadedSagaRepositoryQueryContext<TSaga, T>(new SagaInstances<TSaga, T>(db, context, contexts), locked));
    }

    public Task<T> Execute<T>(Func<LoadSagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken = default)
        where T : class =>
        asyncMethod(new SagaReader<TSaga>(db, cancellationToken));

    public Task<T> Execute<T>(Func<QuerySagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken = default)
        where T : class =>
        asyncMethod(new SagaReader<TSaga>(db, cancellationToken));

    public void Probe(ProbeContext context) => context.Add("persistence", "stateStore");

    private Task<List<Guid>> FindAsync(ISagaQuery<TSaga> query, CancellationToken cancellationToken) =>
        db.Set<TSaga>().Where(query.FilterExpression).Select(saga => saga.CorrelationId).ToListAsync(cancellationToken);

    private void ThrowIfNotInTransaction()
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException(
                $"The endpoint of saga {typeof(TSaga).Name} has no outbox, so its changes would not be saved. Call UseStateStoreOutbox in its SagaDefinition.");
        }
    }
}
