using FitTrack.Databases;
using FitTrack.Hosting;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_the_state_store_starts(PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task It_upgrades_an_older_database_and_keeps_what_is_in_it(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("garminsync-state-");
        var options = new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = provider == DatabaseProvider.PostgreSql ? await postgres.CreateDatabaseAsync(Token) : $"Data Source={folder.FullName}/state.db;Pooling=false",
        };
        await using (var older = new OlderDb(Options<OlderDb>(options)))
        {
            await DatabaseUpgrade.RunAsync(older, Token);
            older.Inbox.Add(new InboxRow { MessageId = Guid.NewGuid(), ConsumerId = Guid.NewGuid(), ReceivedAt = default });
            await older.SaveChangesAsync(Token);
        }

        // Two processes start at once.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var newer = new NewerDb(Options<NewerDb>(options));
            await DatabaseUpgrade.RunAsync(newer, Token);
        }));

        await using var db = new NewerDb(Options<NewerDb>(options));
        (await db.Inbox.CountAsync(Token)).ShouldBe(1);
        (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM added_later").SingleAsync(Token)).ShouldBe(0);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_leaves_a_database_alone_that_a_newer_version_has_upgraded()
    {
        using var file = new TemporaryDatabase();
        await using var newer = new NewerDb(Options<NewerDb>(file.Options));
        await DatabaseUpgrade.RunAsync(newer, Token);

        await using var older = new OlderDb(Options<OlderDb>(file.Options));
        var refusal = await Should.ThrowAsync<InvalidOperationException>(DatabaseUpgrade.RunAsync(older, Token));

        refusal.Message.ShouldContain("newer version (migration '20261123000100_Second')");
    }

    [Fact]
    public async Task A_migration_that_would_never_run_is_noticed()
    {
        using var file = new TemporaryDatabase();
        await using var older = new OlderDb(Options<OlderDb>(file.Options));
        await DatabaseUpgrade.RunAsync(older, Token);

        await using var late = new LateDb(Options<LateDb>(file.Options));
        var refusal = await Should.ThrowAsync<InvalidOperationException>(DatabaseUpgrade.RunAsync(late, Token));

        refusal.Message.ShouldContain("20261122000050_Late");
    }

    [Fact]
    public async Task It_refuses_settings_that_cannot_work()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["State:Provider"] = "PostgreSql", ["State:SweepGrace"] = "00:00:00" };

        var refusal = await Should.ThrowAsync<OptionsValidationException>(StateHost.StartAsync(settings, amqp: null));

        refusal.Message.ShouldContain("SweepGrace");
    }

    [Fact]
    public async Task It_names_the_option_when_its_database_does_not_answer_and_no_password()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["State:Provider"] = "PostgreSql",
            ["State:ConnectionString"] = $"Host=127.0.0.1;Port={FreePort.Next()};Username=u;Password=secret-word",
        };

        var refusal = await Should.ThrowAsync<StartRefusedException>(StateHost.StartAsync(settings, amqp: null));

        refusal.Message.ShouldContain("State__ConnectionString");
        refusal.ToString().ShouldNotContain("secret-word");
    }

    private static DbContextOptions<T> Options<T>(DatabaseOptions options)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        builder.UseFitTrackDatabase(options, "");
        return builder.Options;
    }

    private sealed class OlderDb(DbContextOptions<OlderDb> options) : OutboxDbContext(options);

    private sealed class NewerDb(DbContextOptions<NewerDb> options) : OutboxDbContext(options);

    private sealed class LateDb(DbContextOptions<LateDb> options) : OutboxDbContext(options);

    private sealed class TemporaryDatabase : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("garminsync-state-");

        public DatabaseOptions Options => new() { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={_folder.FullName}/state.db;Pooling=false" };

        public void Dispose() => _folder.Delete(recursive: true);
    }

    [DbContext(typeof(LateDb))]
    [Migration("20261122000050_Late")]
    private sealed class Late : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("SELECT 1");
    }

    [DbContext(typeof(LateDb))]
    [Migration("20261122000100_First")]
    private sealed class FirstOfThem : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => OutboxTables.Create(migrationBuilder);
    }

    [DbContext(typeof(OlderDb))]
    [Migration("20261122000100_First")]
    private sealed class First : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => OutboxTables.Create(migrationBuilder);
    }

    [DbContext(typeof(NewerDb))]
    [Migration("20261122000100_First")]
    private sealed class FirstAgain : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => OutboxTables.Create(migrationBuilder);
    }

    [DbContext(typeof(NewerDb))]
    [Migration("20261123000100_Second")]
    private sealed class Second : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable("added_later", table => new { id = table.Column<int>() }, constraints: table => table.PrimaryKey("pk_added_later", row => row.id));
    }
}
