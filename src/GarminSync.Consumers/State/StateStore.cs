using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.State;

/// <summary>Registration of the state store.</summary>
internal static class StateStore
{
    /// <summary>Adds the state store, bound from section <c>State</c>. Its database is upgraded before the bus starts.</summary>
    public static IServiceCollection AddStateStore(this IServiceCollection services) => services.AddStateStore<StateDb>();

    /// <summary>Adds the consumer that says whether consumers and state store answer.</summary>
    public static void AddPing(this IBusRegistrationConfigurator bus) => bus.AddConsumer<PingConsumersConsumer, PingConsumersConsumerDefinition>();
}
