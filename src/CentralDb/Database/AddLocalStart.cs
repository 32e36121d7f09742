using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitTrack.CentralDb.Database;

/// <summary>The athlete's clock, and the legs of multisport activities. What is stored already has its local start in Garmin's JSON, which the server writes without blanks.</summary>
[DbContext(typeof(CentralDbContext))]
[Migration("20261127000100_AddLocalStart")]
internal sealed class AddLocalStart : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("start_time_local", "activities", nullable: true);
        migrationBuilder.AddColumn<int>("utc_offset_seconds", "activities", nullable: true);
        migrationBuilder.AddColumn<long>("parent_garmin_activity_id", "activities", nullable: true);

        // Neither form reads the JSON as such: a text in it that the database cannot decode would stop the upgrade.
        migrationBuilder.Sql(ActiveProvider?.Contains("Sqlite", StringComparison.Ordinal) == true
            ? """
              UPDATE activities SET start_time_local = replace(substr(raw_summary, instr(raw_summary, '"startTimeLocal":"') + 18, 19), ' ', 'T')
              WHERE substr(raw_summary, instr(raw_summary, '"startTimeLocal":"') + 18, 20)
                  GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]"';
              """
            : """
              UPDATE activities SET start_time_local =
                  replace(substring(raw_summary from '"startTimeLocal":"([12][0-9]{3}-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9])"'), ' ', 'T')
              WHERE raw_summary LIKE '%"startTimeLocal":"%';
              """);
    }
}
