using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122000400_CreateMetricLedger")]
internal sealed class CreateMetricLedger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("utc_offset_seconds", "garmin_account", nullable: true);

        migrationBuilder.CreateTable(
            "synced_metric_day",
            table => new
            {
                user_id = table.Column<string>(),
                metric = table.Column<string>(),
                day = table.Column<DateOnly>(),
                state = table.Column<string>(),
                settled = table.Column<bool>(),
                values_hash = table.Column<string>(nullable: true),
                reason = table.Column<string>(nullable: true),
                asked_at = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("pk_synced_metric_day", row => new { row.user_id, row.metric, row.day }));

        migrationBuilder.CreateTable(
            "refused_endpoint",
            table => new
            {
                user_id = table.Column<string>(),
                endpoint = table.Column<string>(),
                reason = table.Column<string>(),
                refused_at = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("pk_refused_endpoint", row => new { row.user_id, row.endpoint }));
    }
}
