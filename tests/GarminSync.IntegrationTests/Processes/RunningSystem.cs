using GarminConnect.Simulator;
using GarminSync.Testing;
using Microsoft.Data.Sqlite;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>Gateway, consumers and CentralDB over a real RabbitMQ, however they run: what they are told, and what a test asks of all of them.</summary>
internal abstract class RunningSystem(Uri amqp, IReadOnlyDictionary<string, string?> settings) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("garminsync-").FullName;

    public Uri Amqp { get; } = amqp;

    /// <summary>Where all three keep their files.</summary>
    public string DataFolder => _folder;

    public abstract HttpClient Api { get; }

    /// <summary>What answers for the health of the consumers.</summary>
    protected abstract HttpClient Consumer { get; }

    /// <summary>The options by which the service takes the simulator for Garmin Connect.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(GarminSimulator simulator) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Garmin:Sandbox"] = "true",
        ["Garmin:SsoUrl"] = simulator.BaseAddress.ToString(),
        ["Garmin:DiAuthUrl"] = simulator.BaseAddress.ToString(),
        ["Garmin:ConnectApiUrl"] = simulator.BaseAddress.ToString(),
        ["Garmin:ConnectUrl"] = simulator.BaseAddress.ToString(),
        ["Garmin:RequestsPerSecond"] = "100",
    };

    /// <summary>
    /// Waits until the gateway reaches the broker and, through it, the consumers. These are asked first: a gateway that is asked before they
    /// listen waits five seconds for their answer.
    /// </summary>
    public async Task IsReadyAsync()
    {
        await IsReadyAsync(Consumer);
        await IsReadyAsync(Api);
    }

    /// <summary>How many messages are committed and not delivered.</summary>
    public async Task<long> OutboxCountAsync() => (long)(await AskStateStoreAsync("SELECT count(*) FROM outbox"))!;

    /// <summary>Loses the ledger of activities.</summary>
    public Task ForgetActivitiesAsync() => AskStateStoreAsync("DELETE FROM synced_activity");

    /// <summary>Makes every schedule due, as time would.</summary>
    public Task LetSchedulesFallDueAsync() => AskStateStoreAsync("UPDATE sync_schedule SET next_run_at = '2026-01-01 00:00:00'");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected abstract Task StopAsync();

    /// <summary>What all three are told.</summary>
    protected Dictionary<string, string?> Told(Uri? centralDb) => new(settings, StringComparer.Ordinal)
    {
        ["DataFolder"] = _folder,
        ["RabbitMq:Url"] = Amqp.ToString(),
        ["CentralDb:Url"] = centralDb?.ToString(),
        ["Sync:FirstBackOff"] = "00:00:00.100",
        ["Gateway:Login:AttemptsPerAccount"] = "1000",
        ["Gateway:Login:AttemptsPerAddress"] = "1000",
    };

    private static Task IsReadyAsync(HttpClient service) => Eventually.Is(
        async () =>
        {
            using var answer = await service.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        },
        TimeSpan.FromSeconds(60));

    private async Task<object?> AskStateStoreAsync(string sql)
    {
        await using var state = new SqliteConnection($"Data Source={Path.Combine(_folder, "state.db")};Pooling=False");
        await state.OpenAsync();
        await using var command = state.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
