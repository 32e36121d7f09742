using GarminSync.Bus;
using MassTransit;

namespace GarminSync.Consumers.Operations;

/// <summary>What an operator looks at.</summary>
internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddScoped<OperationsQueries>()
        .AddScoped<ServiceStateQueries>()
        .AddSingleton<QueueCounter>()
        .AddHostedService<ServiceMetrics>();

    public static void AddOperationConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<SyncOperationsConsumer, SyncOperationsConsumerDefinition>();
}
