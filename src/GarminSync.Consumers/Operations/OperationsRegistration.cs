using MassTransit;

namespace GarminSync.Consumers.Operations;

/// <summary>What an operator looks at.</summary>
internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services.AddScoped<OperationsQueries>();

    public static void AddOperationConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<SyncOperationsConsumer, SyncOperationsConsumerDefinition>();
}
