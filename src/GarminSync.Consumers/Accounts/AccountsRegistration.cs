using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Linking Garmin accounts and keeping their tokens alive.</summary>
internal static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddScoped<AccountDirectory>()
        .AddScoped<AccountLinking>()
        .AddScoped<StoredCredentials>()
        .AddScoped<GarminSessions>()
        .AddScoped<TokenRenewal>()
        .AddSingleton<RenewalLease>();

    public static void AddAccountConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<LinkGarminAccountConsumer, LinkGarminAccountConsumerDefinition>();
        bus.AddConsumer<ListGarminAccountsConsumer, ListGarminAccountsConsumerDefinition>();
        bus.AddConsumer<UnlinkGarminAccountConsumer, UnlinkGarminAccountConsumerDefinition>();
    }
}
