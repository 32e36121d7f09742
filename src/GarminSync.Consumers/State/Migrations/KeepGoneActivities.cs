using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122001000_KeepGoneActivities")]
internal sealed class KeepGoneActivities : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("gone_at", "synced_activity", nullable: true);
        migrationBuilder.AddColumn<DateTime>("listed_at", "synced_activity", nullable: true);
        migrationBuilder.AddColumn<string>("absent_formats", "synced_activity", defaultValue: "");
    }
}
