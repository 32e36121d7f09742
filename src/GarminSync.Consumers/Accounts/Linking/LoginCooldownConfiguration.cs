using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Accounts;

internal sealed class LoginCooldownConfiguration : IEntityTypeConfiguration<LoginCooldown>
{
    public void Configure(EntityTypeBuilder<LoginCooldown> builder)
    {
        builder.ToTable("login_cooldown");
        builder.HasKey(row => row.AccountName);
    }
}
