using GarminSync.Outbox;

namespace GarminSync.Consumers.State;

/// <summary>Registration of the state store.</summary>
internal static class StateStore
{
    /// <summary>Adds the state store, bound from <c>State</c>; its database is brought up to date before the bus starts.</summary>
    public static IServiceCollection AddStateStore(this IServiceCollection services) => services.AddStateStore<StateDb>();
}
