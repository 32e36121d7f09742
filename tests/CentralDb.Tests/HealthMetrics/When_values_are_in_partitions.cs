using FitTrack.CentralDb.Database;
using FitTrack.CentralDb.HealthMetrics.Partitions;
using FitTrack.Databases;
using FitTrack.Databases.Backups;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.HealthMetrics;

/// <summary>PostgreSQL alone; SQLite has one table.</summary>
public sealed class When_values_are_in_partitions(PostgreSqlServer postgres)
{
    private static readonly int ThisYear = TimeProvider.System.GetUtcNow().Year;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_table_that_is_there_becomes_the_partition_of_the_past_and_is_not_written_anew(bool withOddDates)
    {
        await using var server = await RunningCentralDb.PrepareAsync(postgres, DatabaseProvider.PostgreSql);
        var user = Guid.NewGuid();
        string? before = null;
        await BeforeUpgradeAsync(server, async database =>
        {
            await database.ExecuteSqlAsync($"INSERT INTO users (id, email, email_key, created_at) VALUES ({user}, 'a@example.com', 'a@example.com', now())", Token);
            await FillAsync(database, user, 20_000);
            await database.ExecuteSqlRawAsync("GRANT SELECT ON health_metrics TO PUBLIC", Token);
            if (withOddDates)
            {
                await database.ExecuteSqlAsync($"INSERT INTO health_metrics (user_id, metric_type, at, daily, value, created_at, updated_at) SELECT {user}, 'odd', day, true, 1, now(), now() FROM unnest(ARRAY[timestamptz '1931-01-01Z', timestamptz '2150-06-01Z']) AS day", Token);
            }

            await database.ExecuteSqlRawAsync("ANALYZE health_metrics", Token);
            before = await FileOfAsync(database, "health_metrics") + await FileOfAsync(database, "pk_health_metrics") + await FileOfAsync(database, "ix_health_metrics_at");
        });

        await server.RestartAsync();

        await server.InDatabaseAsync(async centralDb =>
        {
            (await FileOfAsync(centralDb.Database, "health_metrics_past") + await FileOfAsync(centralDb.Database, "pk_health_metrics_past") + await FileOfAsync(centralDb.Database, "ix_health_metrics_past_at")).ShouldBe(before);
            (await centralDb.HealthMetrics.CountAsync(Token)).ShouldBe(withOddDates ? 20_002 : 20_000);
            (await centralDb.Database.SqlQueryRaw<bool>("SELECT has_table_privilege('public', 'health_metrics', 'SELECT') AS \"Value\"").SingleAsync(Token)).ShouldBeTrue("who might read it still may");
            (await PartitionsAsync(centralDb)).ShouldBe(["health_metrics_other", "health_metrics_past", $"health_metrics_{ThisYear + 1}"], ignoreOrder: true);
            (await centralDb.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM ONLY health_metrics_other").SingleAsync(Token)).ShouldBe(withOddDates ? 1 : 0);
            (await centralDb.Database.SqlQueryRaw<int>($"SELECT count(*)::int AS \"Value\" FROM pg_constraint WHERE conname = '{PartitionHealthMetrics.Check}'").SingleAsync(Token)).ShouldBe(0);
        });
        (await WriteAsync(server, user, $"{ThisYear - 1}-05-05", $"{ThisYear + 1}-01-01")).ShouldBe(2);
    }

    [Fact]
    public async Task No_date_is_refused_and_each_is_read_again()
    {
        await using var server = await RunningCentralDb.StartAsync(postgres, DatabaseProvider.PostgreSql);
        var user = await server.NewUserAsync();
        string[] days = ["0001-01-03", "1900-02-28", $"{ThisYear - 5}-01-01", $"{ThisYear}-06-01", $"{ThisYear + 1}-12-31", $"{ThisYear + 2}-01-01", "2199-01-01", "9999-12-30"];

        (await WriteAsync(server, user, days)).ShouldBe(days.Length);

        (await DaysAsync(server, user)).ShouldBe(days);
        (await WriteAsync(server, user, days)).ShouldBe(0, "each is known");
        (await server.SendAsync(HttpMethod.Delete, $"/users/{user}")).Status.ShouldBe(204);
        await server.InDatabaseAsync(async centralDb => (await centralDb.HealthMetrics.CountAsync(Token)).ShouldBe(0));
    }

    [Fact]
    public async Task The_next_year_has_a_partition_in_time_even_when_values_were_faster_and_several_processes_make_it()
    {
        await using var server = await RunningCentralDb.StartAsync(postgres, DatabaseProvider.PostgreSql);
        var user = await server.NewUserAsync();
        await WriteAsync(server, user, $"{ThisYear + 3}-01-01", $"{ThisYear + 4}-12-31", $"{ThisYear + 5}-01-01");
        var clock = new ManualClock(new DateTimeOffset(ThisYear + 3, 5, 1, 0, 0, 0, TimeSpan.Zero));
        await using var services = new ServiceCollection()
            .AddDbContext<CentralDbContext>(options => options.UseNpgsql(server.Options.Single(option => option.Contains("ConnectionString=", StringComparison.Ordinal)).Split('=', 2)[1]))
            .BuildServiceProvider();
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        using var one = new MetricPartitions(scopes, clock, NullLogger<MetricPartitions>.Instance);
        using var another = new MetricPartitions(scopes, clock, NullLogger<MetricPartitions>.Instance);

        var made = await Task.WhenAll(one.EnsureAsync(Token), another.EnsureAsync(Token));

        made.SelectMany(names => names).ShouldBe([$"health_metrics_{ThisYear + 3}", $"health_metrics_{ThisYear + 4}"], ignoreOrder: true);
        await server.InDatabaseAsync(async centralDb => (await centralDb.Database
            .SqlQueryRaw<string>("SELECT tableoid::regclass::text AS \"Value\" FROM health_metrics ORDER BY at").ToListAsync(Token))
            .ShouldBe([$"health_metrics_{ThisYear + 3}", $"health_metrics_{ThisYear + 4}", "health_metrics_other"]));
        (await one.EnsureAsync(Token)).ShouldBeEmpty();
        (await WriteAsync(server, user, $"{ThisYear + 3}-01-01", $"{ThisYear + 4}-12-31", $"{ThisYear + 5}-01-01")).ShouldBe(0);
    }

    [Fact]
    public async Task Months_that_an_operator_has_cut_himself_are_left_alone()
    {
        await using var server = await RunningCentralDb.StartAsync(postgres, DatabaseProvider.PostgreSql);
        await server.InDatabaseAsync(async centralDb =>
        {
            var cut = $"CREATE TABLE mine PARTITION OF health_metrics FOR VALUES FROM ('{ThisYear + 2}-01-01Z') TO ('{ThisYear + 2}-02-01Z')";
            await centralDb.Database.ExecuteSqlRawAsync(cut, Token);
        });
        await using var services = new ServiceCollection()
            .AddDbContext<CentralDbContext>(options => options.UseNpgsql(server.Options.Single(option => option.Contains("ConnectionString=", StringComparison.Ordinal)).Split('=', 2)[1]))
            .BuildServiceProvider();
        using var partitions = new MetricPartitions(
            services.GetRequiredService<IServiceScopeFactory>(), new ManualClock(new DateTimeOffset(ThisYear + 1, 5, 1, 0, 0, 0, TimeSpan.Zero)), NullLogger<MetricPartitions>.Instance);

        (await partitions.EnsureAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_month_of_a_million_values_is_read_from_its_partition_by_the_index()
    {
        await using var server = await RunningCentralDb.StartAsync(postgres, DatabaseProvider.PostgreSql);
        var user = await server.NewUserAsync();
        await server.InDatabaseAsync(async centralDb =>
        {
            await FillAsync(centralDb.Database, user, 1_000_000);
            await centralDb.Database.ExecuteSqlRawAsync("ANALYZE", Token);
        });
        var month = $"from={ThisYear - 1}-05-01&to={ThisYear - 1}-05-31";

        var plans = await server.PlansOfAsync(async () =>
        {
            (await server.SendAsync(HttpMethod.Get, $"/health_metrics?user_id={user}&metric_type=type1&{month}")).Body["items"]!.AsArray().ShouldNotBeEmpty();
            (await server.SendAsync(HttpMethod.Get, $"/health_metrics/series?user_id={user}&metric_type=type1&{month}&points=1")).Body["items"]!.AsArray().ShouldNotBeEmpty();
            (await server.SendAsync(HttpMethod.Get, $"/health_metrics/days?user_id={user}&metric_type=type1&{month}")).Body["items"]!.AsArray().ShouldNotBeEmpty();
        });

        var ofValues = plans.Where(plan => plan.Contains("health_metrics", StringComparison.Ordinal) && !plan.Contains("Function Scan", StringComparison.Ordinal)).ToList();
        ofValues.Count.ShouldBeGreaterThan(2);
        ofValues.ShouldAllBe(plan => plan.Contains($"health_metrics_{ThisYear - 1}_", StringComparison.Ordinal) && plan.Contains("Index", StringComparison.Ordinal) && !plan.Contains("Seq Scan on health_metrics", StringComparison.Ordinal), string.Join("\n\n", plans));
        ofValues.ShouldAllBe(plan => !plan.Contains($"health_metrics_{ThisYear - 2}", StringComparison.Ordinal) && !plan.Contains($"health_metrics_{ThisYear}", StringComparison.Ordinal) && !plan.Contains("health_metrics_past", StringComparison.Ordinal), string.Join("\n\n", plans));
    }

    [Fact]
    public async Task An_erasure_takes_no_row_of_another_user_that_has_the_same_place_in_another_partition()
    {
        await using var server = await RunningCentralDb.StartAsync(postgres, DatabaseProvider.PostgreSql);
        var (ann, ben) = (await server.NewUserAsync(), await server.NewUserAsync());
        await WriteAsync(server, ann, $"{ThisYear}-01-01", $"{ThisYear}-01-02", $"{ThisYear - 1}-01-01");
        await WriteAsync(server, ben, $"{ThisYear - 2}-01-01", $"{ThisYear - 2}-01-02", $"{ThisYear + 1}-01-01");

        // What versions before this one did.
        await server.InDatabaseAsync(async centralDb => (await Should.ThrowAsync<PostgresException>(() => centralDb.Database.ExecuteSqlAsync(
            $"DELETE FROM health_metrics WHERE ctid IN (SELECT ctid FROM health_metrics WHERE user_id = {ann} LIMIT 5000)", Token))).Message.ShouldContain("older than its database"));
        (await server.SendAsync(HttpMethod.Delete, $"/users/{ann}")).Status.ShouldBe(204);

        (await DaysAsync(server, ben)).Count.ShouldBe(3);
        await server.InDatabaseAsync(async centralDb => (await centralDb.HealthMetrics.CountAsync(Token)).ShouldBe(3));
    }

    // The statements are those of docs/centraldb.md.
    [Fact]
    public async Task A_year_is_moved_away_while_the_server_runs_and_comes_back()
    {
        var folder = Directory.CreateTempSubdirectory("backup-test-").FullName;
        try
        {
            await using var server = await RunningCentralDb.StartAsync(postgres, DatabaseProvider.PostgreSql);
            var (ann, ben) = (await server.NewUserAsync(), await server.NewUserAsync());
            string[] days = [$"{ThisYear - 3}-02-01", $"{ThisYear}-02-01"];
            await WriteAsync(server, ann, days);
            await WriteAsync(server, ben, days);
            var year = $"health_metrics_{ThisYear - 3}";

            await server.InDatabaseAsync(async centralDb =>
            {
                var (detach, drop, archive, move) = (
                    $"BEGIN; SET LOCAL lock_timeout = '5s'; ALTER TABLE health_metrics DETACH PARTITION {year}; COMMIT",
                    $"ALTER TABLE {year} DROP CONSTRAINT fk_health_metrics_users",
                    "CREATE SCHEMA IF NOT EXISTS archive",
                    $"ALTER TABLE {year} SET SCHEMA archive");
                await centralDb.Database.ExecuteSqlRawAsync(detach, Token);
                await centralDb.Database.ExecuteSqlRawAsync(drop, Token);
                await centralDb.Database.ExecuteSqlRawAsync(archive, Token);
                await centralDb.Database.ExecuteSqlRawAsync(move, Token);
            });

            (await DaysAsync(server, ann)).ShouldBe([days[1]]);
            (await server.SendAsync(HttpMethod.Delete, $"/users/{ben}")).Status.ShouldBe(204, "what is away does not hold it up");
            var archive = Path.Combine(folder, "backup.zip");
            (await BackupCommand.RunAsync(["backup", archive, .. server.Options], CentralDbBackup.Open)).ShouldBe(0);
            await using var empty = await RunningCentralDb.PrepareAsync(postgres, DatabaseProvider.PostgreSql);
            (await BackupCommand.RunAsync(["restore", archive, .. empty.Options], CentralDbBackup.Open)).ShouldBe(0);
            await empty.RestartAsync();
            (await DaysAsync(empty, ann)).ShouldBe([days[1]]);

            await server.InDatabaseAsync(async centralDb =>
            {
                var (back, erased, attach) = (
                    $"ALTER TABLE archive.{year} SET SCHEMA public",
                    $"DELETE FROM {year} WHERE NOT EXISTS (SELECT FROM users WHERE users.id = user_id)",
                    $"ALTER TABLE health_metrics ATTACH PARTITION {year} FOR VALUES FROM ('{ThisYear - 3}-01-01Z') TO ('{ThisYear - 2}-01-01Z')");
                await centralDb.Database.ExecuteSqlRawAsync(back, Token);
                (await centralDb.Database.ExecuteSqlRawAsync(erased, Token)).ShouldBe(1);
                await centralDb.Database.ExecuteSqlRawAsync(attach, Token);
            });
            (await DaysAsync(server, ann)).ShouldBe(days);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task BeforeUpgradeAsync(RunningCentralDb server, Func<Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade, Task> work)
    {
        await using var subject = CentralDbBackup.Open(server.Options);
        var context = subject.Stores[0].Context;
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        await DatabaseUpgrade.ApplyAsync(context, "20261128010000_AddActivityRevisions", Token);
        await work(context.Database);
        await transaction.CommitAsync(Token);
    }

    // Ten types, evenly over four years up to now.
    private static Task<int> FillAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database, Guid user, int count) => database.ExecuteSqlAsync(
        $"""
        INSERT INTO health_metrics (user_id, metric_type, at, daily, value, created_at, updated_at)
        SELECT {user}, 'type' || (i % 10), now() - (i / 10) * (interval '4 years' / ({count} / 10)), false, i, now(), now() FROM generate_series(0, {count - 1}) AS i
        """,
        Token);

    private static Task<string> FileOfAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database, string relation) =>
        database.SqlQuery<string>($"SELECT pg_relation_filenode({relation}::regclass)::text AS \"Value\"").SingleAsync(Token);

    private static Task<List<string>> PartitionsAsync(CentralDbContext centralDb) =>
        centralDb.Database.SqlQueryRaw<string>("SELECT relid::regclass::text AS \"Value\" FROM pg_partition_tree('health_metrics') WHERE isleaf").ToListAsync(Token);

    private static async Task<int> WriteAsync(RunningCentralDb server, Guid user, params string[] days)
    {
        var (status, body) = await server.SendAsync(HttpMethod.Post, "/health_metrics", days.Select(day => new { user_id = user, metric_type = "steps", date = day, value = 1 }));
        status.ShouldBe(200, body.ToString());
        return body["new"]!.GetValue<int>();
    }

    private static async Task<IReadOnlyList<string>> DaysAsync(RunningCentralDb server, Guid user)
    {
        var (status, body) = await server.SendAsync(HttpMethod.Get, $"/health_metrics?user_id={user}&metric_type=steps");
        status.ShouldBe(200, body.ToString());
        return [.. body["items"]!.AsArray().Select(item => item!.Text("date"))];
    }
}
