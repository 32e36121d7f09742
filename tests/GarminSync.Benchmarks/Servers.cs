using GarminSync.Testing;
using Npgsql;

namespace GarminSync.Benchmarks;

/// <summary>RabbitMQ and PostgreSQL, and what they count.</summary>
internal sealed class Servers : IAsyncDisposable
{
    // Four times its interval in tests.
    private static readonly TimeSpan BrokerCounts = TimeSpan.FromSeconds(2);

    private readonly RabbitMqBroker _broker = new();
    private readonly PostgreSqlServer _postgres = new() { Settings = ["shared_preload_libraries=pg_stat_statements", "pg_stat_statements.max=10000"] };
    private TestVirtualHost _virtualHost = null!;
    private string _state = null!;
    private string _centralDb = null!;

    /// <summary>The options by which the service uses them.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["RabbitMq:Url"] = _virtualHost.Amqp.ToString(),
        ["CentralDbServer:Provider"] = "PostgreSql",
        ["CentralDbServer:ConnectionString"] = _centralDb,
        ["State:Provider"] = "PostgreSql",
        ["State:ConnectionString"] = _state,
    };

    public static async Task<Servers> StartAsync()
    {
        var servers = new Servers();
        servers._virtualHost = await servers._broker.CreateVirtualHostAsync();
        (servers._state, servers._centralDb) = (await servers._postgres.CreateDatabaseAsync(), await servers._postgres.CreateDatabaseAsync());
        await RunAsync(servers._state, "CREATE EXTENSION pg_stat_statements");
        return servers;
    }

    /// <summary>What has been done so far. The broker publishes its counts now and then, and nothing tells when: this waits until they are surely there.</summary>
    public async Task<ServerCounts> CountAsync()
    {
        await Task.Delay(BrokerCounts, TimeProvider.System);
        return new(
            // BEGIN and COMMIT are statements too.
            await RunAsync(_state, "SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database()"),
            await RunAsync(_state, "SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database() AND query = 'COMMIT'"),
            await _virtualHost.CountAsync("confirm"));
    }

    /// <summary>How large the databases are, in bytes, indexes and what is free in them included.</summary>
    public async Task<(long State, long CentralDb)> SizesAsync()
    {
        const string Size = "SELECT pg_database_size(current_database())";
        return (await RunAsync(_state, Size), await RunAsync(_centralDb, Size));
    }

    /// <summary>The statements of the state store that were sent most often, and how many times.</summary>
    public async Task<IReadOnlyList<(string Statement, long Calls)>> MostFrequentAsync(int most)
    {
        await using var connection = new NpgsqlConnection(_state);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"SELECT query, calls FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database() ORDER BY calls DESC LIMIT {most}",
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, long)>();
        while (await reader.ReadAsync())
        {
            found.Add((string.Join(' ', reader.GetString(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), reader.GetInt64(1)));
        }

        return found;
    }

    /// <summary>Forgets the statements of the warm-up.</summary>
    public Task ForgetStatementsAsync() => RunAsync(_state, "SELECT 1::bigint FROM pg_stat_statements_reset()");

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await _broker.DisposeAsync();
    }

    private static async Task<long> RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is long value ? value : 0;
    }
}
