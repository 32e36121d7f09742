using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitTrack.CentralDb.Database;

/// <summary>Files of a bucket that may be there without a record.</summary>
[DbContext(typeof(CentralDbContext))]
[Migration("20261128030500_AddLooseFiles")]
internal sealed class AddLooseFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("loose_files", table => new
        {
            id = table.Column<Guid>(),
            path = table.Column<string>(),
            upload_id = table.Column<string>(nullable: true),
            since = table.Column<DateTime>(),
            held = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("pk_loose_files", row => row.id));
        migrationBuilder.CreateIndex("ix_loose_files_path", "loose_files", "path");
        migrationBuilder.CreateIndex("ix_loose_files_since", "loose_files", "since");
    }
}
