using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261128000100_EraseUsers")]
internal sealed class EraseUsers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "user_erasure",
        table => new
        {
            user_id = table.Column<string>(),
            requested_at = table.Column<DateTime>(),
            erased_at = table.Column<DateTime>(nullable: true),
            due_at = table.Column<DateTime>(),
            tries = table.Column<int>(),
            reason = table.Column<string>(nullable: true),
            not_erased = table.Column<string>(nullable: true),
            lease_until = table.Column<DateTime>(nullable: true),
            lease_owner = table.Column<Guid>(nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_user_erasure", row => row.user_id));
}
