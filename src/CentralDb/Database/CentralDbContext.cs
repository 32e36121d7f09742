using System.Text.Json;
using FitTrack.CentralDb.Activities;
using FitTrack.CentralDb.Activities.Files;
using FitTrack.CentralDb.Activities.Overviews;
using FitTrack.CentralDb.Activities.Revisions;
using FitTrack.CentralDb.Credentials;
using FitTrack.CentralDb.HealthMetrics;
using FitTrack.CentralDb.Tokens;
using FitTrack.CentralDb.Users;
using FitTrack.CentralDb.WorkoutPlans;
using FitTrack.Databases;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Database;

internal sealed class CentralDbContext(DbContextOptions<CentralDbContext> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<GarminCredentials> GarminCredentials => Set<GarminCredentials>();

    public DbSet<Token> Tokens => Set<Token>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<ActivityOverview> ActivityOverviews => Set<ActivityOverview>();

    public DbSet<ActivityRevision> ActivityRevisions => Set<ActivityRevision>();

    public DbSet<LooseFile> LooseFiles => Set<LooseFile>();

    public DbSet<HealthMetric> HealthMetrics => Set<HealthMetric>();

    public DbSet<WorkoutPlan> WorkoutPlans => Set<WorkoutPlan>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => UtcTimes.Apply(configurationBuilder);

    // Indexes and foreign keys are only in the migrations, which make the schema; the model needs names, keys and the concurrency token.
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<User>().ToTable("users");
        modelBuilder.Entity<GarminCredentials>().ToTable("garmin_credentials").HasKey(credentials => credentials.UserId);
        modelBuilder.Entity<Token>().ToTable("tokens").HasKey(token => token.UserId);
        modelBuilder.Entity<Activity>().ToTable("activities").Property(activity => activity.Version).IsConcurrencyToken();

        var overviews = modelBuilder.Entity<ActivityOverview>().ToTable("activity_overviews");
        overviews.HasKey(overview => new { overview.UserId, overview.GarminActivityId });
        overviews.Ignore(overview => overview.Files).Property(overview => overview.Version).IsConcurrencyToken();

        modelBuilder.Entity<ActivityRevision>().ToTable("activity_revisions")
            .HasKey(row => new { row.UserId, row.GarminActivityId, row.Revision, row.FileFormat, row.FilePart });

        modelBuilder.Entity<LooseFile>().ToTable("loose_files");

        // EF Core writes in the order of the primary key. With this one, requests that write the same points take turns and never deadlock.
        modelBuilder.Entity<HealthMetric>().ToTable("health_metrics").HasKey(metric => new { metric.UserId, metric.MetricType, metric.At, metric.Daily });
        modelBuilder.Entity<WorkoutPlan>().ToTable("workout_plans");

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
