using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Sync;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_item");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.State).HasConversion<string>();
        builder.HasIndex(item => new { item.JobId, item.Kind, item.Key }).IsUnique();
        builder.HasIndex(item => new { item.JobId, item.State, item.Rank });
        builder.HasIndex(item => new { item.JobId, item.State, item.DueAt });
    }
}
