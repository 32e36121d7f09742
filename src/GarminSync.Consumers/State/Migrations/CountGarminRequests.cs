using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261128001000_CountGarminRequests")]
internal sealed class CountGarminRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "garmin_requests",
            table => new { user_id = table.Column<string>(), day = table.Column<DateOnly>(), requests = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_garmin_requests", row => new { row.user_id, row.day }));
        migrationBuilder.CreateIndex("ix_garmin_requests_day", "garmin_requests", "day");
    }
}
