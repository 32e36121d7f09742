using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122000100_CreateInboxAndOutbox")]
internal sealed class CreateInboxAndOutbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => OutboxTables.Create(migrationBuilder);
}
