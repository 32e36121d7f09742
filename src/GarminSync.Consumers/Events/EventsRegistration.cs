using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Events;

/// <summary>The public events, kept for those who read them over HTTP.</summary>
internal static class EventsRegistration
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddOptions<EventOptions>().BindConfiguration(EventOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EventKeeper>().AddSingleton<IOutboxListener>(provider => provider.GetRequiredService<EventKeeper>());
        services.AddSingleton<EventPlaces>().AddScoped<EventQueries>();
        return services.AddHostedService<EventPlacer>().AddHostedService<EventsCleanUp>();
    }

    public static void AddEventConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<SyncEventQueriesConsumer, SyncEventQueriesConsumerDefinition>();
}
