using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127000100_AskAgain")]
internal sealed class AskAgain : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Refusals of before may have been pages of a proxy: with 0 they count no more.
        migrationBuilder.AddColumn<int>("times", "refused_endpoint", defaultValue: 0);
        migrationBuilder.AddColumn<string>("left_open", "sync_job", nullable: true);
        migrationBuilder.AddColumn<bool>("from_device", "synced_metric_day", defaultValue: false);
        migrationBuilder.AddColumn<DateTime>("next_ask_at", "synced_metric_day", nullable: true);
        migrationBuilder.CreateIndex("ix_synced_metric_day_user_id_settled_day", "synced_metric_day", ["user_id", "settled", "day"]);

        // Which days a device has spoken of was not kept; these metrics have no values without one.
        migrationBuilder.Sql(
            """
            UPDATE synced_metric_day SET from_device = TRUE
            WHERE state = 'Stored' AND metric IN ('sleep', 'hrv', 'heart_rate', 'stress', 'body_battery', 'respiration');
            """);

        // Empty days settled too early: those of the two months before this version are asked for once more, and settle by its rules.
        migrationBuilder.Sql("UPDATE synced_metric_day SET settled = FALSE WHERE state = 'Empty' AND settled AND day >= '2026-09-27';");
    }
}
