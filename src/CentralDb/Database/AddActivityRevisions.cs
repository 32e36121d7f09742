using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitTrack.CentralDb.Database;

/// <summary>What was stored of an activity, and when. Of activities that are there already the newest revision is known, and not what changed in it.</summary>
[DbContext(typeof(CentralDbContext))]
[Migration("20261128010000_AddActivityRevisions")]
internal sealed class AddActivityRevisions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("activity_revisions", table => new
        {
            user_id = table.Column<Guid>(),
            garmin_activity_id = table.Column<long>(),
            revision = table.Column<long>(),
            file_format = table.Column<string>(),
            file_part = table.Column<int>(),
            stored_at = table.Column<DateTime>(),
            changed = table.Column<string>(nullable: true),
            sha256 = table.Column<string>(nullable: true),
            file_size = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_activity_revisions", row => new { row.user_id, row.garmin_activity_id, row.revision, row.file_format, row.file_part });
            table.ForeignKey("fk_activity_revisions_users", row => row.user_id, "users", "id");
        });

        migrationBuilder.Sql("""
            INSERT INTO activity_revisions (user_id, garmin_activity_id, revision, file_format, file_part, stored_at, sha256, file_size)
            SELECT user_id, garmin_activity_id, revision, file_format, file_part, updated_at, sha256, file_size FROM activities;
            """);
    }
}
