using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitTrack.CentralDb.Database;

/// <summary>One row an activity for lists, filled from the records. The names that are searched follow at the start, because neither database knows every letter's other case.</summary>
[DbContext(typeof(CentralDbContext))]
[Migration("20261127010000_AddActivityOverviews")]
internal sealed class AddActivityOverviews : Migration
{
    private const string Shown = """
        user_id, garmin_activity_id, name, activity_type, start_time, start_time_local, utc_offset_seconds, parent_garmin_activity_id,
        duration_seconds, distance_meters, elevation_gain_meters, calories, average_heart_rate, max_heart_rate, revision, updated_at
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("activity_overviews", table => new
        {
            user_id = table.Column<Guid>(),
            garmin_activity_id = table.Column<long>(),
            activity_id = table.Column<Guid>(),
            name = table.Column<string>(nullable: true),
            name_key = table.Column<string>(nullable: true),
            activity_type = table.Column<string>(nullable: true),
            start_time = table.Column<DateTime>(nullable: true),
            start_time_local = table.Column<string>(nullable: true),
            start_day = table.Column<string>(nullable: true),
            utc_offset_seconds = table.Column<int>(nullable: true),
            parent_garmin_activity_id = table.Column<long>(nullable: true),
            duration_seconds = table.Column<double>(nullable: true),
            distance_meters = table.Column<double>(nullable: true),
            elevation_gain_meters = table.Column<double>(nullable: true),
            calories = table.Column<double>(nullable: true),
            average_heart_rate = table.Column<double>(nullable: true),
            max_heart_rate = table.Column<double>(nullable: true),
            revision = table.Column<long>(),
            updated_at = table.Column<DateTime>(),
            version = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_activity_overviews", row => new { row.user_id, row.garmin_activity_id });
            table.ForeignKey("fk_activity_overviews_users", row => row.user_id, "users", "id");
        });

        // A time of SQLite is text.
        var utcDay = ActiveProvider?.Contains("Sqlite", StringComparison.Ordinal) == true
            ? "substr(start_time, 1, 10)"
            : "to_char(start_time AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
        migrationBuilder.Sql($"""
            INSERT INTO activity_overviews (activity_id, version, start_day, {Shown})
            SELECT id, id, coalesce(substr(start_time_local, 1, 10), {utcDay}), {Shown}
            FROM (SELECT activities.*, row_number() OVER (PARTITION BY user_id, garmin_activity_id ORDER BY revision DESC, id) AS place FROM activities) AS records
            WHERE place = 1;
            """);

        foreach (var column in new[] { "start_time", "distance_meters", "duration_seconds", "elevation_gain_meters", "average_heart_rate" })
        {
            migrationBuilder.CreateIndex($"ix_activity_overviews_{column}", "activity_overviews", ["user_id", column, "garmin_activity_id"]);
        }

        // For those whose names are still to be made; afterwards it is empty.
        migrationBuilder.CreateIndex(
            "ix_activity_overviews_without_name_key", "activity_overviews", ["user_id", "garmin_activity_id"], filter: "name IS NOT NULL AND name_key IS NULL");
        migrationBuilder.CreateIndex("ix_activity_overviews_type", "activity_overviews", ["user_id", "activity_type", "start_time", "garmin_activity_id"]);
    }
}
