using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Schedules;

internal sealed class ScheduleRowConfiguration : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.ToTable("sync_schedule");
        builder.HasKey(row => row.UserId);
        builder.Ignore(row => row.Text).Ignore(row => row.KindList);
        builder.HasIndex(row => row.NextRunAt);
    }
}
