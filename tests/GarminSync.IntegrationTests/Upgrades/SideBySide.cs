using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FitTrack.Databases;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>Processes of version 1.0 and of today on one broker, one pair of databases, one folder and one Garmin.</summary>
internal sealed partial class SideBySide : IAsyncDisposable
{
    private readonly ConcurrentQueue<RunningService> _started = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("garminsync-").FullName;
    private readonly Dictionary<string, string?> _settings;
    private readonly Uri _centralDbUrl = Local();

    private SideBySide(TestVirtualHost virtualHost, string stateStore, string centralDb, GarminSimulator garmin)
    {
        (VirtualHost, StateStore, CentralStore) = (virtualHost, stateStore, centralDb);
        _settings = new Dictionary<string, string?>(RunningSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["DataFolder"] = _folder,
            ["RabbitMq:Url"] = virtualHost.Amqp.ToString(),
            ["CentralDb:Url"] = _centralDbUrl.ToString(),
            ["State:Provider"] = nameof(DatabaseProvider.PostgreSql),
            ["State:ConnectionString"] = stateStore,
            ["CentralDbServer:Provider"] = nameof(DatabaseProvider.PostgreSql),
            ["CentralDbServer:ConnectionString"] = centralDb,
            ["Sync:FirstBackOff"] = "00:00:00.100",
            ["Gateway:Login:AttemptsPerAccount"] = "1000",
            ["Gateway:Login:AttemptsPerAddress"] = "1000",
        };
    }

    public TestVirtualHost VirtualHost { get; }

    public string StateStore { get; }

    public string CentralStore { get; }

    /// <summary>What today's processes are told beside a version 1.0, or before a way back to it; docs/operations.md says so.</summary>
    public static KeyValuePair<string, string?>[] BesideVersion1 { get; } = [new("Secrets:WriteGs1", "true"), new("Sync:BesideVersion1", "true")];

    public static async Task<SideBySide> CreateAsync(RabbitMqBroker broker, PostgreSqlServer postgres, GarminSimulator garmin) =>
        new(await broker.CreateVirtualHostAsync(), await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync(), garmin);

    public Task<RunningService> StartCentralDbAsync(string program) => StartAsync(program, _centralDbUrl);

    /// <summary>Starts one and waits until it is ready.</summary>
    public async Task<RunningService> StartAsync(string program, params KeyValuePair<string, string?>[] more)
    {
        var service = await StartAsync(program, Local(), more);
        await Eventually.Is(
            async () =>
            {
                using var answer = await service.Http.GetAsync(new Uri("health/ready", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            },
            TimeSpan.FromSeconds(90));
        return service;
    }

    /// <summary>Runs a program with a command, to its end.</summary>
    public Task<FinishedProgram> RunAsync(string program, IEnumerable<KeyValuePair<string, string?>> more, params string[] command)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [program, .. command]) { WorkingDirectory = Path.GetTempPath() };
        foreach (var (key, value) in _settings.Concat(more))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return FinishedProgram.RunAsync(start);
    }

    public Task<IReadOnlyList<string>> StateAsync(string query) => AskAsync(StateStore, query);

    public Task<IReadOnlyList<string>> CentralAsync(string query) => AskAsync(CentralStore, query);

    /// <summary>Nothing was put aside, and no process met a table, a column or a value that it does not know.</summary>
    public async Task NothingWentWrongAsync()
    {
        await using var client = await PlainClient.ConnectAsync(VirtualHost.Amqp);
        foreach (var queue in (await VirtualHost.GetQueuesAsync()).Where(name => !name.Contains("_bus_", StringComparison.Ordinal) && !name.StartsWith("plain-", StringComparison.Ordinal)))
        {
            (await client.CountAsync(queue)).ShouldBe(0, queue);
        }

        foreach (var service in _started)
        {
            service.Output.Split('\n').Where(line => Misunderstanding().IsMatch(line)).ShouldBeEmpty(service.Output);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _started)
        {
            await service.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<RunningService> StartAsync(string program, Uri url, params KeyValuePair<string, string?>[] more)
    {
        var service = await RunningService.StartAsync(program, url, [.. _settings, .. more]);
        _started.Enqueue(service);
        return service;
    }

    private static async Task<IReadOnlyList<string>> AskAsync(string connectionString, string query)
    {
        await using var connection = DatabaseText.Connect(DatabaseProvider.PostgreSql, connectionString);
        await connection.OpenAsync();
        return await DatabaseText.ListAsync(connection, query);
    }

    private static Uri Local() => new($"http://127.0.0.1:{FreePort.Next()}/");

    // PostgreSQL's classes 22, 23 and 42 (data, constraints, names), a value of no enum, a message that cannot be read, a secret that does not open.
    [GeneratedRegex(@"\b(22|23|42)[0-9A-Z]{3}: |Cannot convert string value|SerializationException|JsonException|UnsealException", RegexOptions.ExplicitCapture)]
    private static partial Regex Misunderstanding();
}
