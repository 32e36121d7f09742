using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;

namespace GarminSync.Outbox;

/// <summary>What a definition says to use the state store.</summary>
internal static class StateStoreBusExtensions
{
    /// <summary>
    /// Gives every consumer and saga of the endpoint an inbox and an outbox. Consumers run without a transaction, which is opened and committed
    /// when they end (see <see cref="OutboxDbContext.BeginAsync"/> for an earlier start); sagas run inside it. Retries belong outside: to the endpoint,
    /// never to one consumer.
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
