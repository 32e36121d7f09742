using GarminSync.Bus;
using GarminSync.Consumers.Accounts;
using MassTransit;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Schedules;

/// <summary>Schedules: accounts that are synchronised by themselves.</summary>
internal static class SchedulesRegistration
{
    public static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>().BindConfiguration(ScheduleOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsValidator>();
        services.AddScoped<ScheduleAccounts>().AddScoped<ScheduleRows>().AddScoped<ScheduleDefaults>().AddScoped<SchedulableKinds>();
        services.AddScoped<NextSyncs>().AddScoped<INextSync>(provider => provider.GetRequiredService<NextSyncs>());
        services.AddScoped<IUnlinkStep, ForgetSchedule>();
        services.AddScoped<LastSyncs>().AddScoped<DueRuns>();
        if (configuration.GetValue(nameof(BusOptions.Transport), Transport.RabbitMq) == Transport.InMemory)
        {
            services.AddHostedService<LostRuns>();
        }

        return services.AddHostedService<ScheduleRunner>();
    }

    public static void AddScheduleConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<SyncScheduleConsumer, SyncScheduleConsumerDefinition>();
        bus.AddConsumer<LookForNewsConsumer, LookForNewsConsumerDefinition>();
    }
}
