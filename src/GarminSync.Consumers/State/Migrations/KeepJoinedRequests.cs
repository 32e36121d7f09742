using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127001200_KeepJoinedRequests")]
internal sealed class KeepJoinedRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "joined_request",
            table => new
            {
                request_id = table.Column<Guid>(),
                job_id = table.Column<Guid>(),
            },
            constraints: table => table.PrimaryKey("pk_joined_request", row => row.request_id));
        migrationBuilder.CreateIndex("ix_joined_request_job_id", "joined_request", "job_id");
    }
}
