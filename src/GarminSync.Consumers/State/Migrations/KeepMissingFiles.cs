using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127001000_KeepMissingFiles")]
internal sealed class KeepMissingFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("missing_files", "synced_activity", nullable: true);
        migrationBuilder.AddColumn<string>("record_without_file", "synced_activity", nullable: true);

        // Work that is over needs its order no more.
        migrationBuilder.Sql("UPDATE work_item SET \"order\" = '' WHERE state IN ('Done', 'Cancelled');");
    }
}
