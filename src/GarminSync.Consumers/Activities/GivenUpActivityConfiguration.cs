using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Activities;

internal sealed class GivenUpActivityConfiguration : IEntityTypeConfiguration<GivenUpActivity>
{
    public void Configure(EntityTypeBuilder<GivenUpActivity> builder)
    {
        builder.ToTable("given_up_activity");
        builder.HasKey(activity => new { activity.UserId, activity.GarminActivityId });
    }
}
