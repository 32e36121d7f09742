using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.HealthMetrics;

internal sealed class SyncedMetricDayConfiguration : IEntityTypeConfiguration<SyncedMetricDay>
{
    public void Configure(EntityTypeBuilder<SyncedMetricDay> builder)
    {
        builder.ToTable("synced_metric_day");
        builder.HasKey(row => new { row.UserId, row.Metric, row.Day });
        builder.HasIndex(row => new { row.UserId, row.Settled, row.Day });
        builder.HasIndex(row => new { row.UserId, row.Day }).HasFilter("in_part");
        builder.Property(row => row.State).HasConversion<string>();
    }
}
