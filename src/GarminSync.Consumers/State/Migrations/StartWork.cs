using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122000900_StartWork")]
internal sealed class StartWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["work_item", "sync_job"])
        {
            migrationBuilder.AddColumn<Guid>("started_by", table, nullable: true);
            migrationBuilder.AddColumn<Guid>("worker", table, nullable: true);
            migrationBuilder.AddColumn<int>("losses", table, defaultValue: 0);
        }

        migrationBuilder.AddColumn<int>("failures", "work_item", defaultValue: 0);
        migrationBuilder.AddColumn<DateTime>("lease_until", "sync_job", nullable: true);
    }
}
