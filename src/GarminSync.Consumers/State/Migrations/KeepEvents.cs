using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127001100_KeepEvents")]
internal sealed class KeepEvents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "pending_event",
            table => new
            {
                seq = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                message_id = table.Column<Guid>(),
                type = table.Column<string>(),
                user_id = table.Column<string>(nullable: true),
                job_id = table.Column<Guid>(nullable: true),
                sent_at = table.Column<DateTime>(),
                message = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_pending_event", row => row.seq));
        migrationBuilder.CreateTable(
            "public_event",
            table => new
            {
                id = table.Column<long>(),
                message_id = table.Column<Guid>(),
                type = table.Column<string>(),
                user_id = table.Column<string>(nullable: true),
                job_id = table.Column<Guid>(nullable: true),
                sent_at = table.Column<DateTime>(),
                message = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_public_event", row => row.id));
        migrationBuilder.CreateIndex("ix_public_event_user_id_id", "public_event", ["user_id", "id"]);
        migrationBuilder.CreateIndex("ix_public_event_job_id_id", "public_event", ["job_id", "id"]);
        migrationBuilder.CreateIndex("ix_public_event_message_id", "public_event", "message_id");
        migrationBuilder.CreateTable(
            "event_feed",
            table => new { id = table.Column<int>(), last_id = table.Column<long>(), deleted_to = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_event_feed", row => row.id));

        // Milliseconds since 1970: ids of an earlier state store are below.
        var now = ActiveProvider?.Contains("Sqlite", StringComparison.Ordinal) == true ? "CAST(strftime('%s', 'now') AS INTEGER) * 1000" : "CAST(floor(extract(epoch FROM now()) * 1000) AS bigint)";
        migrationBuilder.Sql($"INSERT INTO event_feed (id, last_id, deleted_to) SELECT 1, begin_at, begin_at FROM (SELECT {now} AS begin_at) AS store;");
    }
}
