using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261122000600_CreateUploadedWorkout")]
internal sealed class CreateUploadedWorkout : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "uploaded_workout",
        table => new
        {
            user_id = table.Column<string>(),
            workout_id = table.Column<string>(),
            state = table.Column<string>(),
            garmin_workout_id = table.Column<long>(nullable: true),
            content_hash = table.Column<string>(nullable: true),
            schedule_id = table.Column<long>(nullable: true),
            scheduled_on = table.Column<DateOnly>(nullable: true),
            revision = table.Column<int>(),
            uploaded_at = table.Column<DateTime>(nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_uploaded_workout", row => new { row.user_id, row.workout_id }));
}
