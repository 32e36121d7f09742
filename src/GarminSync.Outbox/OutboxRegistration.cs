using FitTrack.Databases;
using FitTrack.Hosting;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GarminSync.Outbox;

/// <summary>Registration of the inbox, the outbox and the saga repository.</summary>
public static class OutboxRegistration
{
    /// <summary>
    /// Adds the inbox, the outbox and the saga repository in <typeparamref name="TDb"/>, with the options in <c>State</c>. To be called before the bus is added: the
    /// database is brought up to date before the bus starts, and if that fails the process does not start.
    /// </summary>
    public static IServiceCollection AddStateStore<TDb>(this IServiceCollection services)
        where TDb : OutboxDbContext
    {
        services.AddOptions<StateOptions>().BindConfiguration(StateOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddDbContextPool<TDb>((provider, builder) => builder.UseFitTrackDatabase(
            provider.GetRequiredService<IOptions<StateOptions>>().Value,
            Path.Combine(DataFolder.Get(provider.GetRequiredService<IConfiguration>()), "state.db")));
        services.AddScoped<OutboxDbContext>(provider => provider.GetRequiredService<TDb>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<OwnUnitOfWork>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<OutboxBacklog>();
        services.AddSingleton<OutboxDeliverer>();
        services.AddScoped<MessageTransaction>();
        services.AddScoped<MessageInParts>();
        services.AddScoped(provider => new StateOutbox(
            provider.GetRequiredService<OutboxDbContext>(),
            provider.GetRequiredService<IBus>(),
            provider.GetRequiredService<OutboxDeliverer>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<StateOptions>>(),
            provider));
        services.AddScoped<IOutboxContextFactory<ConsumerOutbox>, ConsumerOutbox>();
        services.AddScoped<IOutboxContextFactory<SagaOutbox>, SagaOutbox>();
        services.AddUpgradeAtStart<TDb>("The state store", "State");
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDeliverer>());
        services.AddHostedService<OutboxSweeper>();
        services.AddHostedService<OutboxDrain>();
        services.AddHostedService<InboxCleanUp>();
        services.AddHostedService<OutboxMetrics>();
        services.AddHealthChecks().AddCheck<StateStoreHealthCheck>("state-store", tags: ["ready"]);
        return services;
    }
}
