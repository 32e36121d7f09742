using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Accounts;

internal sealed class PendingLoginConfiguration : IEntityTypeConfiguration<PendingLogin>
{
    public void Configure(EntityTypeBuilder<PendingLogin> builder)
    {
        builder.ToTable("pending_login");
        builder.HasKey(login => login.LoginId);
    }
}
