using GarminSync.Testing;
using Npgsql;

namespace GarminSync.Benchmarks;

/// <summary>RabbitMQ and PostgreSQL, and what they count.</summary>
internal sealed class Servers : IAsyncDisposable
{
    // The broker adds up its counts every five seconds; one that has not changed for longer is that of all messages so far.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

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

    /// <summary>What has been done so far, when nothing is done any more.</summary>
    public async Task<ServerCounts> CountAsync()
    {
        var confirms = await ConfirmsAsync();
        return new(
            // BEGIN and COMMIT are statements too.
            await RunAsync(_state, "SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database()"),
            await RunAsync(_state, "SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database() AND query = 'COMMIT'"),
            confirms);
    }

    /// <summary>How large the databases are, in bytes, indexes and what is free in them included.</summary>
    public async Task<(long State, long CentralDb)> SizesAsync()
    {
        const string Size = "SELECT pg_database_size(current_database())";
        return (await RunAsync(_state, Size), await RunAsync(_centralDb, Size));
    }

    /// <summary>How many values of health metrics CentralDB has.</summary>
    public Task<long> MetricValuesAsync() => RunAsync(_centralDb, "SELECT count(*) FROM health_metrics");

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

    private async Task<long> ConfirmsAsync()
    {
        var (count, changed) = (await _virtualHost.CountAsync("confirm"), TimeProvider.System.GetTimestamp());
        while (TimeProvider.System.GetElapsedTime(changed) < Settled)
        {
            await Task.Delay(Pause, TimeProvider.System);
            if (await _virtualHost.CountAsync("confirm") is var now && now != count)
            {
                (count, changed) = (now, TimeProvider.System.GetTimestamp());
            }
        }

        return count;
    }

    private static async Task<long> RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is long value ? value : 0;
    }
}
