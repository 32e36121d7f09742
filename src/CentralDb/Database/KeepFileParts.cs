using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitTrack.CentralDb.Database;

[DbContext(typeof(CentralDbContext))]
[Migration("20261127000000_KeepFileParts")]
internal sealed class KeepFileParts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("file_part", "activities", defaultValue: 1);
        migrationBuilder.DropIndex("ux_activities_natural_key", "activities");
        migrationBuilder.CreateIndex("ux_activities_natural_key", "activities", ["user_id", "garmin_activity_id", "file_format", "file_part"], unique: true);
    }
}
