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

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task An_older_version_starts_on_it_after_a_step_back_and_the_newer_one_takes_it_back(DatabaseProvider provider)
    {
        using var file = new TemporaryDatabase();
        var options = provider == DatabaseProvider.Sqlite ? file.Options : new DatabaseOptions { Provider = provider, ConnectionString = await postgres.CreateDatabaseAsync(Token) };
        await using var newer = new NewerDb(Options<NewerDb>(options));
        await DatabaseUpgrade.RunAsync(newer, Token);

        await StepBack.RunAsync(newer, "20261122000100_First", _ => Task.CompletedTask, Token);
        await using (var older = new OlderDb(Options<OlderDb>(options)))
        {
            await DatabaseUpgrade.RunAsync(older, Token);
        }

        await DatabaseUpgrade.RunAsync(newer, Token);

        (await newer.Database.GetAppliedMigrationsAsync(Token)).ShouldBe(["20261122000100_First", "20261123000100_Second"]);
        await using (var older = new OlderDb(Options<OlderDb>(options)))
        {
            await Should.ThrowAsync<InvalidOperationException>(DatabaseUpgrade.RunAsync(older, Token));
        }
    }

    [Fact]
    public async Task A_step_back_that_is_not_ready_changes_nothing()
    {
        using var file = new TemporaryDatabase();
        await using var newer = new NewerDb(Options<NewerDb>(file.Options));
        await DatabaseUpgrade.RunAsync(newer, Token);

        await Should.ThrowAsync<InvalidOperationException>(StepBack.RunAsync(newer, "20261122000100_First", _ => throw new InvalidOperationException("not ready"), Token));
        await Should.ThrowAsync<InvalidOperationException>(StepBack.RunAsync(newer, "20261121000100_Never", _ => Task.CompletedTask, Token));

        (await newer.Database.GetAppliedMigrationsAsync(Token)).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_is_kept_from_a_table_for_long_that_it_waits_for()
    {
        var options = new DatabaseOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = await postgres.CreateDatabaseAsync(Token) };
        await using (var older = new OlderDb(Options<OlderDb>(options)))
        {
            await DatabaseUpgrade.RunAsync(older, Token);
        }

        // Somebody reads for long: a backup, a person.
        await using var reader = new OlderDb(Options<OlderDb>(options));
        await using var reading = await reader.Database.BeginTransactionAsync(Token);
        (await reader.Inbox.CountAsync(Token)).ShouldBe(0);
        await using var newer = new AlteringDb(Options<AlteringDb>(options));
        var upgrade = DatabaseUpgrade.RunAsync(newer, Token);
        await using var another = new OlderDb(Options<OlderDb>(options));
        await Eventually.Is(() => another.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'inbox'::regclass AND NOT granted) AS \"Value\"").SingleAsync(Token));

        (await another.Inbox.CountAsync(Token)).ShouldBe(0);

        upgrade.IsCompleted.ShouldBeFalse();
        await reading.CommitAsync(Token);
        await upgrade;
        (await another.Database.SqlQuery<int>($"SELECT count(added)::int AS \"Value\" FROM inbox").SingleAsync(Token)).ShouldBe(0);
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

    private sealed class AlteringDb(DbContextOptions<AlteringDb> options) : OutboxDbContext(options);

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

    [DbContext(typeof(AlteringDb))]
    [Migration("20261122000100_First")]
    private sealed class FirstBeforeAltering : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => OutboxTables.Create(migrationBuilder);
    }

    [DbContext(typeof(AlteringDb))]
    [Migration("20261123000100_Alter")]
    private sealed class Alter : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<int>("added", "inbox", nullable: true);
    }
}
