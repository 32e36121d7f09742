using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127000100_KeepGivenUpActivities")]
internal sealed class KeepGivenUpActivities : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("day", "synced_activity", nullable: true);
        migrationBuilder.AddColumn<long>("parent_id", "synced_activity", nullable: true);
        migrationBuilder.AddColumn<string>("leg_ids", "synced_activity", nullable: true);
        migrationBuilder.CreateTable(
            "given_up_activity",
            table => new
            {
                user_id = table.Column<string>(),
                garmin_activity_id = table.Column<long>(),
                content_hash = table.Column<string>(),
                start_time = table.Column<DateTime>(nullable: true),
                day = table.Column<DateOnly>(nullable: true),
                parent_id = table.Column<long>(nullable: true),
                reason = table.Column<string>(),
                times = table.Column<int>(),
                given_up_at = table.Column<DateTime>(),
                next_try_at = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("pk_given_up_activity", row => new { row.user_id, row.garmin_activity_id }));
    }
}
