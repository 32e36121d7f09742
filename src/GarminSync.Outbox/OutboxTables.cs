using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Outbox;

/// <summary>The tables of the inbox and the outbox, for a migration of the database that they lie in.</summary>
public static class OutboxTables
{
    /// <summary>Creates both tables as they first were. Never change it, because databases exist that have run it: add a method for each change.</summary>
    public static void Create(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "inbox",
            table => new
            {
                message_id = table.Column<Guid>(),
                consumer_id = table.Column<Guid>(),
                received_at = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("pk_inbox", row => new { row.message_id, row.consumer_id }));
        migrationBuilder.CreateIndex("ix_inbox_received_at", "inbox", "received_at");

        migrationBuilder.CreateTable(
            "outbox",
            table => new
            {
                seq = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                sweep_after = table.Column<DateTime>(),
                message_id = table.Column<Guid>(),
                request_id = table.Column<Guid>(nullable: true),
                correlation_id = table.Column<Guid>(nullable: true),
                conversation_id = table.Column<Guid>(nullable: true),
                initiator_id = table.Column<Guid>(nullable: true),
                destination_address = table.Column<string>(),
                source_address = table.Column<string>(nullable: true),
                response_address = table.Column<string>(nullable: true),
                fault_address = table.Column<string>(nullable: true),
                sent_at = table.Column<DateTime>(),
                expires_at = table.Column<DateTime>(nullable: true),
                content_type = table.Column<string>(),
                message_type = table.Column<string>(),
                body = table.Column<string>(),
                headers = table.Column<string>(nullable: true),
                properties = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_outbox", row => row.seq));
    }
}
