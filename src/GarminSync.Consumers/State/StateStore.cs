using FitTrack.Databases;
using FitTrack.Hosting;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.State;

/// <summary>Registration of the state store.</summary>
internal static class StateStore
{
    /// <summary>Adds the state store, bound from <c>State</c>; its database is brought up to date before the bus starts.</summary>
    public static IServiceCollection AddStateStore(this IServiceCollection services) => services.AddStateStore<StateDb>();

    /// <summary>The same with a context that has more tables, for tests.</summary>
    public static IServiceCollection AddStateStore<TDb>(this IServiceCollection services)
        where TDb : StateDb
    {
        services.AddOptions<StateOptions>().BindConfiguration("State").ValidateDataAnnotations().ValidateOnStart();
        services.AddDbContext<StateDb, TDb>((provider, builder) => builder.UseFitTrackDatabase(
            provider.GetRequiredService<IOptions<StateOptions>>().Value,
            Path.Combine(DataFolder.Get(provider.GetRequiredService<IConfiguration>()), "state.db")));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<OutboxBacklog>();
        services.AddSingleton<OutboxDeliverer>();
        services.AddScoped<MessageTransaction>();
        services.AddScoped<StateOutbox>();
        services.AddScoped<IOutboxContextFactory<ConsumerOutbox>, ConsumerOutbox>();
        services.AddScoped<IOutboxContextFactory<SagaOutbox>, SagaOutbox>();
        services.AddHostedService<StateUpgrade>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDeliverer>());
        services.AddHostedService<OutboxSweeper>();
        services.AddHostedService<OutboxDrain>();
        services.AddHostedService<InboxCleanUp>();
        services.AddHealthChecks().AddCheck<StateStoreHealthCheck>("state-store", tags: ["ready"]);
        return services;
    }
}
