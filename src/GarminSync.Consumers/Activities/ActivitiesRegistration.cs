using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <summary>Activities and their files.</summary>
internal static class ActivitiesRegistration
{
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddOptions<ActivityOptions>().BindConfiguration(ActivityOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<ActivityImporter>().AddScoped<ActivityRecords>().AddScoped<ActivityFetch>()
            .AddScoped<ActivityLedger>().AddScoped<ActivityLegs>().AddScoped<ActivityPlanner>().AddScoped<ActivityDeletions>().AddScoped<ActivityAbsence>().AddScoped<ICoverageStep, ActivityCoverage>()
            .AddSyncKind<ActivityKind, FetchActivity, FetchActivityConsumer, FetchActivityConsumerDefinition>();
    }
}
