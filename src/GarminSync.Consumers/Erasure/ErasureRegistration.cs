using MassTransit;

namespace GarminSync.Consumers.Erasure;

/// <summary>Users who are erased everywhere.</summary>
internal static class ErasureRegistration
{
    public static IServiceCollection AddErasure(this IServiceCollection services) => services
        .AddScoped<UserRows>()
        .AddScoped<TheirDeadLetters>()
        .AddScoped<ErasureSteps>()
        .AddHostedService<ErasureRunner>();

    public static void AddErasureConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<UserErasureConsumer, UserErasureConsumerDefinition>();
}
