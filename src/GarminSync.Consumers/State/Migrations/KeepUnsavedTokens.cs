using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122000700_KeepUnsavedTokens")]
internal sealed class KeepUnsavedTokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("unsaved_tokens", "garmin_account", nullable: true);
        migrationBuilder.AddColumn<Guid>("busy_owner", "login_cooldown", nullable: true);
    }
}
