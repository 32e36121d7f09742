using GarminSync.Bus;
using GarminSync.Consumers.Accounts;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Sync jobs: the saga, its consumers and its dispatcher.</summary>
internal static class SyncRegistration
{
    public static IServiceCollection AddSync(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SyncOptions>().BindConfiguration(SyncOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<RegisteredKinds>();
        services.AddScoped<SyncRequestCheck>();
        services.AddScoped<DayFloor>();
        services.AddScoped<AccountTurn>();
        services.AddScoped<WorkItems>();
        services.AddScoped<GarminRequestCounts>();
        services.AddScoped<SyncJobQueries>();
        services.AddScoped<NextSyncQueries>();
        services.AddScoped<AccountTrouble>();
        services.AddScoped<WorkItemReports>();
        services.AddScoped<WorkLane>();
        services.AddScoped<WorkOrderTools>();
        services.AddScoped<TroubleJudge>();
        services.AddScoped<WorkAttempts>();
        services.AddScoped<DeviceNews>();
        services.AddSingleton<Outages>();
        services.AddHealthChecks().AddCheck<OutagesHealthCheck>("outages", tags: ["ready"]);
        services.AddScoped<IUnlinkStep, CancelJobsOfUnlinked>();
        services.AddSingleton<WorkClaims>();
        services.AddSingleton<AccountWorkers>();
        if (configuration.GetValue(nameof(BusOptions.Transport), Transport.RabbitMq) == Transport.InMemory)
        {
            services.AddHostedService<LostMessages>();
        }

        services.AddHostedService<EndedJobsCleanUp>();
        services.AddHostedService<GarminRequestsCleanUp>();
        services.AddHostedService<ForgottenJobs>();
        return services.AddHostedService<Dispatcher>();
    }

    /// <summary>Adds a kind of data: how it is planned, what an order to work on it is, and who carries that out.</summary>
    public static IServiceCollection AddSyncKind<TKind, TOrder, TConsumer, TDefinition>(this IServiceCollection services)
        where TKind : class, ISyncKind
        where TOrder : class, IWorkOrder
        where TConsumer : WorkOrderConsumer<TOrder>
        where TDefinition : WorkOrderDefinition<TConsumer> =>
        services.AddScoped<ISyncKind, TKind>().AddSingleton<ISyncKindRegistration>(new SyncKindRegistration<TOrder, TConsumer, TDefinition>());

    /// <summary>Adds the saga and the consumers, those of all kinds included: the kinds must have been added to the services before.</summary>
    public static void AddSyncConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<SyncRequestedConsumer, SyncRequestedConsumerDefinition>();
        bus.AddConsumer<PlanSyncConsumer, PlanSyncConsumerDefinition>();
        bus.AddConsumer<SyncJobQueriesConsumer, SyncJobQueriesConsumerDefinition>();
        bus.AddSagaStateMachine<SyncJobStateMachine, SyncJob, SyncJobDefinition>().StateStoreRepository();
        foreach (var kind in KindsIn(bus))
        {
            kind.AddConsumer(bus);
        }
    }

    /// <summary>The kinds that were added to the services so far.</summary>
    internal static IReadOnlyList<ISyncKindRegistration> KindsIn(IServiceCollection services) =>
        [.. services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<ISyncKindRegistration>()];
}
