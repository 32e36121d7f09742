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
            .AddScoped<AccountStates>()
            .AddScoped<AccountStatuses>()
            .AddScoped<UserErasures>()
            .AddScoped<Unlinking>()
            .AddScoped<AthleteProfiles>()
            .AddSingleton<RecentCredentials>()
            .AddScoped<StoredCredentials>()
            .AddScoped<GarminSessions>()
            .AddScoped<TokenRenewal>()
            .AddSingleton<RenewalLease>()
            .AddSingleton<UnsavedTokens>()
            .AddScoped<Resealing>()
            .AddLogins()
            .AddHostedService<LoginCleanUp>()
            .AddHostedService<LoginRechecks>();
    }

    private static IServiceCollection AddLogins(this IServiceCollection services) => services
        .AddSingleton<LoginCooldowns>()
        .AddSingleton<PendingLogins>()
        .AddSingleton<LinkingReplies>()
        .AddScoped<AccountLinking>()
        .AddScoped<PasswordLogin>()
        .AddScoped<LinkByPassword>()
        .AddScoped<LinkByCode>()
        .AddScoped<LinkByTicket>()
        .AddScoped<LinkByTokenFile>();

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
