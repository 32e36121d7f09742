using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Microsoft.Data.Sqlite;

namespace GarminSync.ChaosTests;

/// <summary>All in one process, on SQLite and the in-memory transport.</summary>
internal sealed class StandaloneRun(Uri simulator) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("garminsync-chaos-").FullName;
    private readonly Uri _url = new($"http://127.0.0.1:{FreePort.Next()}/");
    private readonly Uri _centralDbUrl = new($"http://127.0.0.1:{FreePort.Next()}/");
    private RunningService? _process;

    public HttpClient Api => _process!.Http;

    public StoredState State => new(() => new SqliteConnection($"Data Source={Path.Combine(_folder, "state.db")};Mode=ReadOnly;Pooling=False;Default Timeout=15"));

    public async Task StartAsync() => _process = await RunningService.StartAsync(ServiceProgram.Standalone, _url, new Dictionary<string, string?>(GarminAccounts.Address(simulator), StringComparer.Ordinal)
    {
        ["DataFolder"] = _folder,
        ["CentralDb:Url"] = _centralDbUrl.ToString(),
        ["Sync:FirstBackOff"] = "00:00:00.500",
        ["Gateway:Login:AttemptsPerAccount"] = "1000",
        ["Gateway:Login:AttemptsPerAddress"] = "1000",
        ["Sync:LongestBackOff"] = "00:00:05",
        ["Sync:MaxAttempts"] = "20",
        ["State:SweepGrace"] = "00:00:02",
        ["State:SweepInterval"] = "00:00:01",
    });

    public Task KillAsync() => _process!.KillAsync();

    /// <summary>What CentralDB holds.</summary>
    public async Task<IReadOnlyList<string>> ReadCentralDbAsync()
    {
        using var centralDb = new HttpClient { BaseAddress = _centralDbUrl };
        return await CentralDbContent.ReadAsync(centralDb);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
