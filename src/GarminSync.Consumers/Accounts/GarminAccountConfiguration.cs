using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Accounts;

internal sealed class GarminAccountConfiguration : IEntityTypeConfiguration<GarminAccount>
{
    public void Configure(EntityTypeBuilder<GarminAccount> builder)
    {
        builder.ToTable("garmin_account");
        builder.HasKey(account => account.UserId);
    }
}
