using FitTrack.CentralDb.HealthMetrics.Reading;

namespace FitTrack.CentralDb.HealthMetrics;

internal static class HealthMetricRegistration
{
    public static void AddHealthMetrics(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<HealthMetricStore>();
        builder.Services.AddScoped<MetricSeriesReader>();
        builder.Services.AddScoped<MetricDaysReader>();
        builder.Services.AddScoped<LatestMetricsReader>();
    }
}
