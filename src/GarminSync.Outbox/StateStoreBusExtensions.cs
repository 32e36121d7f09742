using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;

namespace GarminSync.Outbox;

/// <summary>Puts endpoints and sagas on the state store.</summary>
public static class StateStoreBusExtensions
{
    /// <summary>
    /// Gives every consumer and saga of the endpoint an inbox and an outbox. A consumer runs without a transaction: one is opened and committed when it ends, unless
    /// it calls <see cref="OutboxDbContext.BeginAsync"/> earlier. A saga runs inside the transaction. Configure retries on the endpoint, outside the outbox, and
    /// never on a single consumer.
    /// </summary>
    public static void UseStateStoreOutbox(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        endpoint.ConnectConsumerConfigurationObserver(new OutboxConsumePipeSpecificationObserver<ConsumerOutbox>(endpoint, context));
        endpoint.ConnectSagaConfigurationObserver(new OutboxConsumePipeSpecificationObserver<SagaOutbox>(endpoint, context));
    }

    /// <summary>Keeps the instances of the saga in the state store, in the table that its entity configuration names.</summary>
    public static ISagaRegistrationConfigurator<TSaga> StateStoreRepository<TSaga>(this ISagaRegistrationConfigurator<TSaga> saga)
        where TSaga : class, ISaga =>
        saga.Repository(services =>
        {
            services.RegisterSagaRepository<TSaga, OutboxDbContext, SagaConsumeContextFactory<OutboxDbContext, TSaga>, SagaRepositoryFactory<TSaga>>();
            services.RegisterLoadSagaRepository<TSaga, SagaRepositoryFactory<TSaga>>();
            services.RegisterQuerySagaRepository<TSaga, SagaRepositoryFactory<TSaga>>();
        });
}
