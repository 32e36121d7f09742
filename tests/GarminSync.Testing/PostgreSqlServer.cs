using GarminSync.Testing.Containers;
using Npgsql;

namespace GarminSync.Testing;

/// <summary>
/// A real PostgreSQL, started when the first test asks for it: the one that <c>GARMINSYNC_TEST_POSTGRES</c> names (a connection string whose
/// user may create databases), else the server program of this machine on a free port, else a container. Use it as an xunit assembly fixture.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string ConnectionVariable = "GARMINSYNC_TEST_POSTGRES";

    private readonly SemaphoreSlim _starting = new(1, 1);
    private string? _connectionString;
    private ITestServer? _server;
    private Func<CancellationToken, Task>? _start;

    /// <summary>Settings besides the usual ones, each <c>name=value</c>, for a server program of this machine.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Whether the server is ours, so that <see cref="StopAsync"/> works.</summary>
    public static bool CanStop => Environment.GetEnvironmentVariable(ConnectionVariable) is null or "";

    /// <summary>What a server program of this machine writes; null for another server, or before it was started.</summary>
    public string? LogFile => (_server as ServerProcess)?.Log;

    /// <summary>Makes a new, empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        await EnsureStartedAsync(cancellationToken);
        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name, MaxPoolSize = 40, Pooling = true, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 5 }.ToString();
    }

    /// <summary>Stops the server, breaking all connections; its data are kept for <see cref="StartAsync"/>. Only on a server that the test made for itself.</summary>
    public Task StopAsync() =>
        _server?.StopAsync() ?? throw new InvalidOperationException($"The server of {ConnectionVariable} cannot be stopped; check CanStop first.");

    /// <summary>Kills the server's first process, whereupon the others end themselves; <see cref="StartAsync"/> starts it on what it had on disk.</summary>
    public Task KillAsync() =>
        _server?.KillAsync() ?? throw new InvalidOperationException($"The server of {ConnectionVariable} cannot be killed; check CanStop first.");

    /// <summary>Starts the server again, on the same port and data.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default) => _start?.Invoke(cancellationToken) ?? throw new InvalidOperationException("The server has not been stopped.");

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task EnsureStartedAsync(CancellationToken cancellationToken)
    {
        QuickRun.Excludes("PostgreSQL");
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_connectionString is null)
            {
                await FindAsync(cancellationToken);
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(ConnectionVariable) is { Length: > 0 } given)
        {
            _connectionString = given;
            return;
        }

        var port = FreePort.Next();
        var connectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Pooling=false";
        if (Programs.Find("postgres", InstalledServers()) is { } local)
        {
            var folder = Directory.CreateTempSubdirectory("garminsync-postgres-").FullName;
            var process = new ServerProcess("PostgreSQL", folder, $"rm -rf '{folder}'", stopSignal: "INT");
            _server = process;
            var command = LocalCommand(local, folder, port, Settings);
            _start = token => process.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal), command, () => AnswersAsync(connectionString, token), token);
        }
        else if (ServerContainer.TryCreatePostgreSql(port, out var container))
        {
            _server = container;
            _start = container.StartAsync;
            connectionString += ";Password=postgres";
        }
        else
        {
            throw new InvalidOperationException(
                "These tests need PostgreSQL. Install the server (Debian: apt-get install postgresql), or start a container engine, "
                + $"or set {ConnectionVariable} to a connection string whose user may create databases.");
        }

        await _start(cancellationToken);
        _connectionString = connectionString;
    }

    private static IEnumerable<string> InstalledServers() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", "postgres"))
            : [];

    // The server refuses to run as root, hence the change of user. A killed process loses nothing without fsync; only a power cut would.
    // After a kill it refuses to start (status 1) until the last of the old processes has noticed, hence the further tries.
    private static string[] LocalCommand(string postgres, string folder, int port, IReadOnlyList<string> settings)
    {
        const string Script = """
            [ -s "$1/PG_VERSION" ] || "$(dirname "$0")/initdb" -D "$1" -U postgres --auth=trust --encoding=UTF8 --no-locale --no-sync || exit 1
            trap : INT TERM # the server gets them too, and is waited for
            for try in 1 2 3 4 5 6 7 8 9 10; do
              "$0" -D "$1" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300 $3
              status=$?
              [ "$status" = 1 ] || exit "$status"
              sleep 0.5
            done
            exit 1
            """;
        var data = Path.Combine(folder, "data");
        string[] run = ["sh", "-c", Script, postgres, data, $"{port}", string.Join(' ', settings.Select(setting => $"-c {setting}"))];
        return Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? ["sh", "-c", "chmod 711 \"$0\"; install -d -o postgres -m 700 \"$1\"; cd /; shift; exec setpriv --reuid=postgres --regid=postgres --init-groups -- \"$@\"", folder, data, .. run]
            : run;
    }

    private static async Task<bool> AnswersAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString + ";Timeout=2");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // not up yet
        }
    }
}
