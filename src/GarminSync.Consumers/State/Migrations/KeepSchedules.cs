using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127001400_KeepSchedules")]
internal sealed class KeepSchedules : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sync_schedule",
            table => new
            {
                user_id = table.Column<string>(),
                follows_default = table.Column<bool>(),
                every = table.Column<string>(nullable: true),
                cron = table.Column<string>(nullable: true),
                time_zone = table.Column<string>(nullable: true),
                kinds = table.Column<string>(nullable: true),
                smart = table.Column<bool>(),
                next_run_at = table.Column<DateTime>(nullable: true),
                last_run_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_sync_schedule", row => row.user_id));
        migrationBuilder.CreateIndex("ix_sync_schedule_next_run_at", "sync_schedule", "next_run_at");
    }
}
