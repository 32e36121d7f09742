using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261128000300_EstimateEnd")]
internal sealed class EstimateEnd : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("pace", "sync_job", defaultValue: """{"SecondsPerItem":0,"Seen":0,"Since":null}""");
}
