using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Health metrics: planning, fetching, and the ledger of days.</summary>
internal static class HealthMetricsRegistration
{
    public static IServiceCollection AddHealthMetrics(this IServiceCollection services)
    {
        services.AddOptions<HealthMetricOptions>().BindConfiguration(HealthMetricOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<MetricLedger>().AddScoped<EndpointRefusals>().AddScoped<CoverageReport>().AddScoped<HealthCalls>()
            .AddScoped<HealthMetricImporter>().AddScoped<HealthMetricPlanner>()
            .AddSyncKind<HealthMetricKind, FetchHealthMetrics, FetchHealthMetricsConsumer, FetchHealthMetricsConsumerDefinition>();
    }

    public static void AddHealthMetricConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<HealthMetricQueriesConsumer, HealthMetricQueriesConsumerDefinition>();
}
