using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127000300_FindJobsInOrder")]
internal sealed class FindJobsInOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("ix_sync_job_requested_at_correlation_id", "sync_job", ["requested_at", "correlation_id"]);
        migrationBuilder.CreateIndex("ix_sync_job_current_state_requested_at", "sync_job", ["current_state", "requested_at"]);
        migrationBuilder.CreateIndex("ix_work_item_job_id_state_due_at", "work_item", ["job_id", "state", "due_at"]);
    }
}
