using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Sync;

internal sealed class SyncJobConfiguration : IEntityTypeConfiguration<SyncJob>
{
    public void Configure(EntityTypeBuilder<SyncJob> builder)
    {
        builder.ToTable("sync_job");
        builder.HasKey(job => job.CorrelationId);
        builder.Property(job => job.CorrelationId).ValueGeneratedNever();
        builder.Property(job => job.Scope).HasConversion(scope => Write(scope), json => Read<SyncScope>(json));
        builder.Property(job => job.Counts).HasConversion(counts => Write(counts), json => Read<SyncCounts>(json));
        builder.Property(job => job.Pace).HasConversion(pace => Write(pace), json => Read<SyncPace>(json));
        builder.HasIndex(job => new { job.UserId, job.RequestedAt });
        builder.HasIndex(job => new { job.RequestedAt, job.CorrelationId });
        builder.HasIndex(job => new { job.CurrentState, job.RequestedAt });
        builder.HasIndex(job => job.WakeAt);
        builder.HasIndex(job => job.FinishedAt);
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
