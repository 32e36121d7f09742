using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261128003000_GoOnWithTheNextItem")]
internal sealed class GoOnWithTheNextItem : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<int>("garmin_requests", "work_item", defaultValue: 0);
}
