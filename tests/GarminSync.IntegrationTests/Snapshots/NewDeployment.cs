using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Npgsql;
using Shouldly;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>
/// The service on an empty broker and empty databases, after the first account was linked, synced, sent a workout and unlinked; and the standalone beside it,
/// for SQLite. Everything that is made on demand has been asked for: each queue was sent a message that cannot be read, and one that it does not know.
/// </summary>
public sealed class NewDeployment(RabbitMqBroker broker, PostgreSqlServer postgres) : IAsyncDisposable
{
    // Published, and consumed by nobody here: their exchanges appear with the first message.
    private static readonly string[] Events =
    [
        "ActivitySynced", "GarminAccountUnlinked", "HealthMetricsSynced", "SyncCompleted", "SyncProgressed", "SyncStarted", "WorkoutUploaded",
    ];

    private readonly List<IAsyncDisposable> _running = [];
    private readonly string _standaloneFolder = Directory.CreateTempSubdirectory("standalone-").FullName;
    private Task? _started;

    /// <summary>Connection string of the consumers' state store.</summary>
    public string StateStore { get; private set; } = "";

    /// <summary>Connection string of CentralDB's database.</summary>
    public string CentralDb { get; private set; } = "";

    /// <summary>The standalone's databases.</summary>
    public string SqliteStateStore => Path.Combine(_standaloneFolder, "state.db");

    public string SqliteCentralDb => Path.Combine(_standaloneFolder, "centraldb.db");

    /// <summary>Where the service has declared what it needs.</summary>
    public TestVirtualHost VirtualHost { get; private set; } = null!;

    /// <summary>Starts it for the first test that asks; the tests of a class come one after the other. A fixture that starts by itself could not be skipped.</summary>
    public Task StartAsync() => _started ??= BeginAsync();

    public async ValueTask DisposeAsync()
    {
        _running.Reverse();
        foreach (var running in _running)
        {
            await running.DisposeAsync();
        }

        Directory.Delete(_standaloneFolder, recursive: true);
    }

    private async Task BeginAsync()
    {
        (StateStore, CentralDb) = (await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync());
        VirtualHost = await broker.CreateVirtualHostAsync();
        var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        _running.Add(garmin);
        var settings = new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["State:Provider"] = "PostgreSql",
            ["State:ConnectionString"] = StateStore,
            ["CentralDbServer:Provider"] = "PostgreSql",
            ["CentralDbServer:ConnectionString"] = CentralDb,
        };
        var standalone = StartStandaloneAsync(garmin);
        var system = await DeployedSystem.StartAsync(VirtualHost.Amqp, settings);
        _running.AddRange([system, await standalone]);

        await UseAsync(system);
        await SendWhatCannotBeReadAsync();
    }

    /// <summary>The ids by which the inbox knows the consumers that had something to do.</summary>
    public async Task<IReadOnlyList<string>> InboxConsumersAsync()
    {
        await using var connection = new NpgsqlConnection(StateStore);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT DISTINCT consumer_id::text FROM inbox", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new List<string>();
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }

    private Task<RunningService> StartStandaloneAsync(GarminSimulator garmin) => RunningService.StartAsync(
        ServiceProgram.Standalone,
        new Uri($"http://127.0.0.1:{FreePort.Next()}/"),
        new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["DataFolder"] = _standaloneFolder,
            ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}",
        });

    private async Task UseAsync(DeployedSystem system)
    {
        var userId = await system.Api.LinkAsync();
        using var plan = await system.CentralDb.Http.PostAsJsonAsync("workout_plans", new
        {
            id = "tuesday",
            user_id = userId,
            name = "Tuesday",
            sport = "running",
            steps = new[] { new { type = "interval", duration = new { type = "time", value = 1800 } } },
        });
        plan.StatusCode.ShouldBe(HttpStatusCode.Created);
        await SyncAsync(system, "api/garmin/sync", new { });
        await SyncAsync(system, "api/garmin/sync/workouts", new { workout_id = "tuesday" });
        using var unlinked = await system.Api.DeleteAsync(new Uri($"api/garmin/accounts/{userId}", UriKind.Relative));
        unlinked.IsSuccessStatusCode.ShouldBeTrue();
        await Eventually.Get(
            () => VirtualHost.ListAsync("exchanges"),
            seen => Events.All(name => seen.Any(exchange => exchange.GetProperty("name").GetString() == $"GarminSync.Contracts:{name}")),
            TimeSpan.FromSeconds(60));
    }

    private static async Task SyncAsync(DeployedSystem system, string path, object body)
    {
        using var accepted = await system.Api.PostAsJsonAsync(path, body);
        var job = await system.Api.EndOfJobAsync(accepted.Headers.Location!);
        job.GetProperty("state").GetString().ShouldBe("completed");
    }

    private async Task SendWhatCannotBeReadAsync()
    {
        await using var client = await PlainClient.ConnectAsync(VirtualHost.Amqp);
        var queues = (await VirtualHost.ListAsync("queues")).Select(Name).Where(name => !name.Contains("_bus_", StringComparison.Ordinal) && name != "garmin-sync-dead-letters").ToList();
        foreach (var queue in queues)
        {
            await client.PublishAsync("", queue, "no JSON"u8.ToArray());
            await client.PublishAsync("", queue, """{"messageType": ["urn:message:Unknown"], "message": {}}"""u8.ToArray(), "application/vnd.masstransit+json");
        }

        await Eventually.Get(
            () => VirtualHost.ListAsync("bindings"),
            seen => queues.All(queue => IsBound(seen, $"{queue}_error") && IsBound(seen, $"{queue}_skipped")),
            TimeSpan.FromSeconds(60));
    }

    private static bool IsBound(IEnumerable<JsonElement> bindings, string queue) =>
        bindings.Any(binding => binding.GetProperty("source").GetString() == queue && binding.GetProperty("destination").GetString() == queue);

    private static string Name(JsonElement thing) => thing.GetProperty("name").GetString()!;
}
