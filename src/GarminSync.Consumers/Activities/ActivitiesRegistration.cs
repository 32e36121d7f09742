using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.Consumers.Activities;

/// <summary>Activities and their files.</summary>
internal static class ActivitiesRegistration
{
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddOptions<ActivityOptions>().BindConfiguration(ActivityOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<ActivityImporter>().AddScoped<ActivityRecords>()
            .AddScoped<ISyncKind, ActivityPlanner>().AddScoped<ActivityDeletions>().AddScoped<ActivityAbsence>();
    }

    public static void AddActivityConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<FetchActivityConsumer, FetchActivityConsumerDefinition>();
}
