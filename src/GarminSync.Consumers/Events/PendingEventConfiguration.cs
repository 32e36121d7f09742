using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Events;

internal sealed class PendingEventConfiguration : IEntityTypeConfiguration<PendingEvent>
{
    public void Configure(EntityTypeBuilder<PendingEvent> builder)
    {
        builder.ToTable("pending_event");
        builder.HasKey(row => row.Seq);
        builder.Property(row => row.Seq).ValueGeneratedOnAdd();
    }
}
