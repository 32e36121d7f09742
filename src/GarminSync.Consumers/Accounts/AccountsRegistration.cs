using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Linking Garmin accounts and keeping their tokens alive.</summary>
internal static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<AccountDirectory>()
            .AddScoped<StoredCredentials>()
            .AddScoped<GarminSessions>()
            .AddScoped<TokenRenewal>()
            .AddSingleton<RenewalLease>()
            .AddSingleton<UnsavedTokens>()
            .AddLogins()
            .AddHostedService<LoginCleanUp>();
    }

    private static IServiceCollection AddLogins(this IServiceCollection services) => services
        .AddSingleton<LoginCooldowns>()
        .AddSingleton<PendingLogins>()
        .AddSingleton<LoginReplies>()
        .AddScoped<AccountLinking>()
        .AddScoped<PasswordLogin>()
        .AddScoped<PasswordWayIn>()
        .AddScoped<CodeWayIn>()
        .AddScoped<TicketWayIn>()
        .AddScoped<TokenFileWayIn>();

    public static void AddAccountConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<LinkGarminAccountConsumer, LinkGarminAccountConsumerDefinition>();
        bus.AddConsumer<SubmitMfaCodeConsumer, SubmitMfaCodeConsumerDefinition>();
        bus.AddConsumer<RedeemServiceTicketConsumer, RedeemServiceTicketConsumerDefinition>();
        bus.AddConsumer<ImportGarminTokensConsumer, ImportGarminTokensConsumerDefinition>();
        bus.AddConsumer<ListGarminAccountsConsumer, ListGarminAccountsConsumerDefinition>();
        bus.AddConsumer<UnlinkGarminAccountConsumer, UnlinkGarminAccountConsumerDefinition>();
    }
}
