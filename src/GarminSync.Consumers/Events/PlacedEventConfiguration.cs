using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Events;

internal sealed class PlacedEventConfiguration : IEntityTypeConfiguration<PlacedEvent>
{
    public void Configure(EntityTypeBuilder<PlacedEvent> builder)
    {
        builder.ToTable("public_event");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.UserId, row.Id });
        builder.HasIndex(row => new { row.JobId, row.Id });
        builder.HasIndex(row => row.MessageId);
    }
}
