using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261128002000_KeepTraces")]
internal sealed class KeepTraces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("trace_parent", "sync_job", nullable: true);
        migrationBuilder.AddColumn<DateTime>("traced_at", "sync_job", nullable: true);
        migrationBuilder.AddColumn<string>("trace_parent", "work_item", nullable: true);
    }
}
