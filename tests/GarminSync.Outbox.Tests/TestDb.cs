using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Outbox.Tests;

/// <summary>The state store with a saga and a business table for the tests.</summary>
internal sealed class TestDb(DbContextOptions<TestDb> options) : OutboxDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>().ToTable("note").HasKey(note => note.Id);
        modelBuilder.Entity<Seat>().ToTable("seat").HasKey(seat => seat.Id);
        modelBuilder.Entity<Tally>().ToTable("tally").HasKey(tally => tally.CorrelationId);
        modelBuilder.Entity<Tally>().Property(tally => tally.CorrelationId).ValueGeneratedNever();
        base.OnModelCreating(modelBuilder);
    }
}

[DbContext(typeof(TestDb))]
[Migration("20261122000100_TestTables")]
internal sealed class TestTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        OutboxTables.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "note",
            table => new { id = table.Column<string>(), text = table.Column<string>(), written_at = table.Column<DateTime>() },
            constraints: table => table.PrimaryKey("pk_note", row => row.id));
        migrationBuilder.CreateTable(
            "seat",
            table => new
            {
                id = table.Column<string>(),
                until = table.Column<DateTime>(nullable: true),
                holder = table.Column<Guid>(nullable: true),
                worker = table.Column<Guid>(nullable: true),
                losses = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("pk_seat", row => row.id));
        migrationBuilder.CreateTable(
            "tally",
            table => new
            {
                correlation_id = table.Column<Guid>(),
                current_state = table.Column<string>(),
                name = table.Column<string>(nullable: true),
                count = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("pk_tally", row => row.correlation_id));
    }
}
