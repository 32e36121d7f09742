using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Events;

internal sealed class EventFeedConfiguration : IEntityTypeConfiguration<EventFeed>
{
    public void Configure(EntityTypeBuilder<EventFeed> builder)
    {
        builder.ToTable("event_feed");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
