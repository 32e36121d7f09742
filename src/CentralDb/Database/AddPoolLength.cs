using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitTrack.CentralDb.Database;

[DbContext(typeof(CentralDbContext))]
[Migration("20261122000600_AddPoolLength")]
internal sealed class AddPoolLength : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<double>("pool_length", "workout_plans", nullable: true);
}
