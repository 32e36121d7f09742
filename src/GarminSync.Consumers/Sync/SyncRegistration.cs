using GarminSync.Bus;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Sync jobs: the saga, its plan, and who wakes it.</summary>
internal static class SyncRegistration
{
    public static IServiceCollection AddSync(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SyncOptions>().BindConfiguration(SyncOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<WorkItems>();
        services.AddScoped<SyncJobQueries>();
        services.AddScoped<AccountTrouble>();
        services.AddScoped<WorkItemReports>();
        services.AddSingleton<WorkClaims>();
        if (configuration.GetValue(nameof(BusOptions.Transport), Transport.RabbitMq) == Transport.InMemory)
        {
            services.AddHostedService<LostMessages>();
        }

        services.AddHostedService<EndedJobsCleanUp>();
        return services.AddHostedService<Dispatcher>();
    }

    public static void AddSyncConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<SyncRequestedConsumer, SyncRequestedConsumerDefinition>();
        bus.AddConsumer<PlanSyncConsumer, PlanSyncConsumerDefinition>();
        bus.AddConsumer<SyncJobQueriesConsumer, SyncJobQueriesConsumerDefinition>();
        bus.AddSagaStateMachine<SyncJobStateMachine, SyncJob, SyncJobDefinition>().StateStoreRepository();
    }
}
