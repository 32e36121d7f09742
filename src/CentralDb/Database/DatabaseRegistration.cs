using FitTrack.CentralDb.HealthMetrics.Partitions;
using FitTrack.Databases;
using FitTrack.Hosting;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb.Database;

internal static class DatabaseRegistration
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContextPool<CentralDbContext>((services, options) => options.UseFitTrackDatabase(
            services.GetRequiredService<IOptions<CentralDbServerOptions>>().Value,
            Path.Combine(DataFolder.Get(services.GetRequiredService<IConfiguration>()), "centraldb.db")));
        builder.Services.AddHostedService<PartitionsAhead>();
        builder.Services.AddUpgradeAtStart<CentralDbContext>("CentralDB's database", "CentralDbServer");
        builder.Services.AddSingleton<MetricPartitions>();
        builder.Services.AddHostedService(services => services.GetRequiredService<MetricPartitions>());
        builder.Services.AddExceptionHandler<DatabaseUnreachable>();
    }
}
