using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Sync;

internal sealed class JoinedRequestConfiguration : IEntityTypeConfiguration<JoinedRequest>
{
    public void Configure(EntityTypeBuilder<JoinedRequest> builder)
    {
        builder.ToTable("joined_request");
        builder.HasKey(request => request.RequestId);
        builder.Property(request => request.RequestId).ValueGeneratedNever();
        builder.HasIndex(request => request.JobId);
    }
}
