using MassTransit;

namespace GarminSync.Consumers.UserTokens;

/// <summary>The tokens with which users call the gateway.</summary>
internal static class UserTokensRegistration
{
    public static IServiceCollection AddUserTokens(this IServiceCollection services) => services.AddScoped<StoredUserTokens>();

    public static void AddUserTokenConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<UserTokenConsumer, UserTokenConsumerDefinition>();
}
