using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122000300_CountRateLimits")]
internal sealed class CountRateLimits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("rate_limits_in_row", "garmin_account", defaultValue: 0);
        migrationBuilder.AddColumn<Guid>("renewal_lease_owner", "garmin_account", nullable: true);
    }
}
