using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122000500_CreateLogins")]
internal sealed class CreateLogins : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "pending_login",
            table => new
            {
                login_id = table.Column<string>(),
                account_name = table.Column<string>(),
                sealed_state = table.Column<string>(),
                expires_at = table.Column<DateTime>(),
                tries = table.Column<int>(),
                busy_until = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_pending_login", row => row.login_id));
        migrationBuilder.CreateIndex("ix_pending_login_account_name", "pending_login", "account_name");

        migrationBuilder.CreateTable(
            "login_cooldown",
            table => new
            {
                account_name = table.Column<string>(),
                until = table.Column<DateTime>(nullable: true),
                count = table.Column<int>(),
                needs_person = table.Column<bool>(),
                busy_until = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_login_cooldown", row => row.account_name));
    }
}
