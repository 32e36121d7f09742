using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FitTrack.CentralDb.Database;
using FitTrack.Databases;
using GarminSync.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests;

/// <summary>A CentralDB on a free port of 127.0.0.1 with a data folder of its own.</summary>
internal sealed class RunningCentralDb : IAsyncDisposable
{
    private readonly string[] _args;
    private readonly QueryPlans _plans = new();
    private WebApplication? _app;
    private bool _started;

    private RunningCentralDb(string folder, string[] args)
    {
        Folder = folder;
        _args = args;
    }

    public string Folder { get; }

    /// <summary>The command line that it was started with.</summary>
    public string[] Options => _args;

    public HttpClient Http { get; private set; } = new();

    /// <summary>The activity files and what is still coming in, relative to their folder.</summary>
    public IReadOnlyList<string> Files
    {
        get
        {
            var root = Path.Combine(Folder, "activities");
            return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal)];
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<RunningCentralDb> StartAsync(params string[] settings) => StartAsync(null, DatabaseProvider.Sqlite, settings);

    public static async Task<RunningCentralDb> StartAsync(PostgreSqlServer? postgres, DatabaseProvider database, params string[] settings)
    {
        var server = await PrepareAsync(postgres, database, settings);
        try
        {
            await server.StartAppAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>An empty folder and, on PostgreSQL, an empty database; <see cref="RestartAsync"/> starts it.</summary>
    public static async Task<RunningCentralDb> PrepareAsync(PostgreSqlServer? postgres, DatabaseProvider database, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("centraldb-test-").FullName;
        List<string> args =
        [
            "--urls=http://127.0.0.1:0",
            $"--DataFolder={folder}",
            "--Serilog:MinimumLevel:Default=Fatal",
            "--Serilog:MinimumLevel:Override:Microsoft=Fatal",
            "--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Fatal",
            .. settings,
        ];
        if (database == DatabaseProvider.PostgreSql)
        {
            args.Add("--CentralDbServer:Provider=PostgreSql");
            args.Add($"--CentralDbServer:ConnectionString={await postgres!.CreateDatabaseAsync(Token)}");
        }

        return new RunningCentralDb(folder, [.. args]);
    }

    /// <summary>Another server beside this one: the same options, so the same database on PostgreSQL, and a data folder of its own; <see cref="RestartAsync"/> starts it.</summary>
    public RunningCentralDb Beside(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("centraldb-test-").FullName;
        return new RunningCentralDb(folder, [.. _args.Where(arg => !arg.StartsWith("--DataFolder=", StringComparison.Ordinal)), $"--DataFolder={folder}", .. settings]);
    }

    /// <summary>Ends the server and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAppAsync();
        await StartAppAsync();
    }

    /// <summary>Ends the server, so that nothing has its data open; <see cref="RestartAsync"/> starts it again.</summary>
    public async Task StopAsync()
    {
        await StopAppAsync();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    public async Task<Guid> NewUserAsync(string? email = null)
    {
        using var response = await Http.PostAsJsonAsync("/users", new { email = email ?? $"{Guid.NewGuid():N}@example.com", name = "Ann" }, Token);
        return Guid.Parse((await response.JsonAsync())["id"]!.GetValue<string>());
    }

    public async Task<(int Status, JsonNode Body)> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.JsonAsync());
    }

    public async Task<(int Status, JsonNode Body)> UploadAsync(Guid userId, Upload upload)
    {
        using var form = upload.ToForm();
        using var response = await Http.PostAsync($"/activities/{userId}", form, Token);
        return ((int)response.StatusCode, await response.JsonAsync());
    }

    /// <summary>Works on the database behind the server's back.</summary>
    public async Task InDatabaseAsync(Func<CentralDbContext, Task> work)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<CentralDbContext>());
    }

    /// <summary>Takes back what later migrations did to a database without health metrics, so that earlier ones can be taken back too.</summary>
    public Task UndoLaterMigrationsAsync() => InDatabaseAsync(async database =>
    {
        if (!database.Database.IsSqlite())
        {
            await database.Database.ExecuteSqlRawAsync("""
                CREATE TABLE plain (LIKE health_metrics);
                DROP TABLE health_metrics;
                DROP FUNCTION health_metrics_refuse_places;
                ALTER TABLE plain RENAME TO health_metrics;
                ALTER TABLE health_metrics ADD CONSTRAINT pk_health_metrics PRIMARY KEY (user_id, metric_type, at, daily);
                ALTER TABLE health_metrics ADD CONSTRAINT fk_health_metrics_users FOREIGN KEY (user_id) REFERENCES users (id);
                CREATE INDEX ix_health_metrics_at ON health_metrics (user_id, at);
                """);
        }

        await database.Database.ExecuteSqlRawAsync(
            """DROP TABLE loose_files; DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%AddLooseFiles' OR "MigrationId" LIKE '%PartitionHealthMetrics'""");
    });

    /// <summary>What the database plans for each query that the server makes meanwhile, as the database says it.</summary>
    public Task<IReadOnlyList<string>> PlansOfAsync(Func<Task> calls) => _plans.OfAsync(calls);

    public async Task<JsonArray> ActivitiesAsync(Guid userId, string query = "")
    {
        var (status, body) = await SendAsync(HttpMethod.Get, $"/activities/{userId}{query}");
        status.ShouldBe(200, body.ToString());
        return body["items"]!.AsArray();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAppAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task StartAppAsync()
    {
        _app = CentralDbServer.Create(_args, builder => builder.Services.ConfigureDbContext<CentralDbContext>(options => options.AddInterceptors(_plans)));
        await _app.StartAsync(Token);
        _started = true;
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    private async Task StopAppAsync()
    {
        Http.Dispose();
        if (_started)
        {
            await _app!.StopAsync(CancellationToken.None);
        }

        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        (_app, _started) = (null, false);
    }
}
