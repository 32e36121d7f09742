using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122000200_CreateSyncJobs")]
internal sealed class CreateSyncJobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "garmin_account",
            table => new
            {
                user_id = table.Column<string>(),
                user_name = table.Column<string>(),
                display_name = table.Column<string>(nullable: true),
                linked = table.Column<bool>(),
                needs_login = table.Column<bool>(),
                linked_at = table.Column<DateTime>(),
                token_expires_at = table.Column<DateTime>(nullable: true),
                rate_limited_until = table.Column<DateTime>(nullable: true),
                last_sync_at = table.Column<DateTime>(nullable: true),
                active_job_id = table.Column<Guid>(nullable: true),
                renewal_lease_until = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_garmin_account", row => row.user_id));

        migrationBuilder.CreateTable(
            "sync_job",
            table => new
            {
                correlation_id = table.Column<Guid>(),
                current_state = table.Column<string>(),
                user_id = table.Column<string>(),
                job_type = table.Column<string>(),
                scope = table.Column<string>(),
                requested_at = table.Column<DateTime>(),
                started_at = table.Column<DateTime>(nullable: true),
                planned_at = table.Column<DateTime>(nullable: true),
                listed_all_activities = table.Column<bool>(),
                finished_at = table.Column<DateTime>(nullable: true),
                counts = table.Column<string>(),
                in_flight = table.Column<int>(),
                garmin_requests = table.Column<int>(),
                progress = table.Column<double>(),
                announced_at = table.Column<DateTime>(nullable: true),
                paused_until = table.Column<DateTime>(nullable: true),
                reason = table.Column<string>(nullable: true),
                failures_in_row = table.Column<int>(),
                plan_failures = table.Column<int>(),
                wake_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_sync_job", row => row.correlation_id));
        migrationBuilder.CreateIndex("ix_sync_job_user_id_requested_at", "sync_job", ["user_id", "requested_at"]);
        migrationBuilder.CreateIndex("ix_sync_job_wake_at", "sync_job", "wake_at");

        migrationBuilder.CreateTable(
            "work_item",
            table => new
            {
                id = table.Column<Guid>(),
                job_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                key = table.Column<string>(),
                order = table.Column<string>(),
                state = table.Column<string>(),
                rank = table.Column<long>(),
                attempts = table.Column<int>(),
                due_at = table.Column<DateTime>(),
                lease_until = table.Column<DateTime>(nullable: true),
                reason = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_work_item", row => row.id));
        migrationBuilder.CreateIndex("ix_work_item_job_id_kind_key", "work_item", ["job_id", "kind", "key"], unique: true);
        migrationBuilder.CreateIndex("ix_work_item_job_id_state_rank", "work_item", ["job_id", "state", "rank"]);

        migrationBuilder.CreateTable(
            "synced_activity",
            table => new
            {
                user_id = table.Column<string>(),
                garmin_activity_id = table.Column<long>(),
                content_hash = table.Column<string>(),
                formats = table.Column<string>(),
                revision = table.Column<int>(),
                start_time = table.Column<DateTime>(nullable: true),
                synced_at = table.Column<DateTime>(),
                central_db_ids = table.Column<string>(),
                missing = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("pk_synced_activity", row => new { row.user_id, row.garmin_activity_id }));
    }
}
