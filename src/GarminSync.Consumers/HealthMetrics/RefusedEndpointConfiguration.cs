using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.HealthMetrics;

internal sealed class RefusedEndpointConfiguration : IEntityTypeConfiguration<RefusedEndpoint>
{
    public void Configure(EntityTypeBuilder<RefusedEndpoint> builder)
    {
        builder.ToTable("refused_endpoint");
        builder.HasKey(row => new { row.UserId, row.Endpoint });
    }
}
