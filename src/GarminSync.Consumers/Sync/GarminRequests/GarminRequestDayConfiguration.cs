using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Sync;

internal sealed class GarminRequestDayConfiguration : IEntityTypeConfiguration<GarminRequestDay>
{
    public void Configure(EntityTypeBuilder<GarminRequestDay> builder)
    {
        builder.ToTable("garmin_requests");
        builder.HasKey(row => new { row.UserId, row.Day });
        builder.HasIndex(row => row.Day);
    }
}
