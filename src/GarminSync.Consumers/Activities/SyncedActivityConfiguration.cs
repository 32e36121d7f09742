using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Activities;

internal sealed class SyncedActivityConfiguration : IEntityTypeConfiguration<SyncedActivity>
{
    public void Configure(EntityTypeBuilder<SyncedActivity> builder)
    {
        builder.ToTable("synced_activity");
        builder.HasKey(activity => new { activity.UserId, activity.GarminActivityId });
    }
}
