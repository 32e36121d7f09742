using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127000200_WaitOutBlocks")]
internal sealed class WaitOutBlocks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("blocked_until", "login_cooldown", nullable: true);
        migrationBuilder.AddColumn<int>("blocks", "login_cooldown", defaultValue: 0);
        migrationBuilder.AddColumn<DateTimeOffset>("next_token_try_at", "garmin_account", nullable: true);
        migrationBuilder.AddColumn<int>("token_tries", "garmin_account", defaultValue: 0);
    }
}
