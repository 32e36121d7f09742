using FitTrack.Hosting;
using GarminSync.Bus.DeadLetters;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GarminSync.Bus;

/// <summary>The one way in which a GarminSync process gets on the bus.</summary>
public static class BusRegistration
{
    /// <summary>Adds MassTransit on the configured transport. <paramref name="configure"/> adds the consumers, sagas and request clients.</summary>
    public static IServiceCollection AddGarminSyncBus(
        this IServiceCollection services, IConfiguration configuration, Action<IBusRegistrationConfigurator> configure)
    {
        RandomWorkerId.Use();
        services.AddGracePeriod();
        services.AddOptions<BusOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<QueueCounter>();
        services.TryAddSingleton<DeadLetterStore>();
        services.Configure<MassTransitHostOptions>(host =>
        {
            // A gateway must start even without a broker, so that it can answer that the broker is out of reach.
            host.WaitUntilStarted = false;
            host.ConsumerStopTimeout = GracePeriod.ToFinish;
            host.StopTimeout = GracePeriod.ToLeaveTheBus;
        });

        var transport = configuration.GetValue(nameof(BusOptions.Transport), Transport.RabbitMq);
        services.AddMassTransit(bus =>
        {
            // MassTransit would report to its maker, five minutes after the start.
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            configure(bus);

            if (transport == Transport.InMemory)
            {
                bus.UsingInMemory((context, memory) =>
                {
                    memory.UseConsumeFilter(typeof(MessageLog<>), context);
                    memory.ConfigureEndpoints(context);
                });
            }
            else
            {
                bus.AddConfigureEndpointsCallback((name, endpoint) => (endpoint as IRabbitMqReceiveEndpointConfigurator)?.UseQueueFor(name));
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.UseBroker(context.GetRequiredService<IOptions<BusOptions>>().Value.RabbitMq);
                    rabbit.UseConsumeFilter(typeof(MessageLog<>), context);
                    rabbit.ConfigureEndpoints(context);
                });
            }
        });
        return services.LetTheBusBeLeft();
    }

    // In the place of MassTransit's own hosted service.
    private static IServiceCollection LetTheBusBeLeft(this IServiceCollection services)
    {
        var own = services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(MassTransitHostedService));
        services[services.IndexOf(own)] = ServiceDescriptor.Singleton<IHostedService>(provider => new BusService(
            ActivatorUtilities.CreateInstance<MassTransitHostedService>(provider), provider.GetRequiredService<ILogger<BusService>>(), GracePeriod.ToLeaveTheBus));
        return services;
    }
}
