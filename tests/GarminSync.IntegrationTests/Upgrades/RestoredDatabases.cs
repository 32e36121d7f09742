using FitTrack.Databases;
using GarminSync.IntegrationTests.Snapshots;
using GarminSync.Testing;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>State store and CentralDB as they were left, with every moment moved so that they were left just now: no lease, pause or login has run out since.</summary>
internal sealed class RestoredDatabases
{
    private readonly Remains _remains;
    private readonly TestVirtualHost _virtualHost;
    private string _folder = "";

    private RestoredDatabases(Remains remains, TestVirtualHost virtualHost) => (_remains, _virtualHost) = (remains, virtualHost);

    public DatabaseProvider Provider => _remains.Provider;

    public string StateStore { get; private set; } = "";

    public string CentralDb { get; private set; } = "";

    public WhatWasLeft Left { get; private set; } = null!;

    public static async Task<RestoredDatabases> CreateAsync(Remains remains, TestVirtualHost virtualHost, PostgreSqlServer postgres)
    {
        var databases = new RestoredDatabases(remains, virtualHost);
        if (remains.Provider == DatabaseProvider.PostgreSql)
        {
            (databases.StateStore, databases.CentralDb) = (await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync());
        }

        return databases;
    }

    /// <summary>The text with the address of the broker of this test.</summary>
    public static string WithBroker(string text, TestVirtualHost virtualHost) =>
        text.Replace("rabbitmq://{broker}/", BrokerText.Address(virtualHost.Amqp), StringComparison.Ordinal);

    /// <summary>Fills them; on SQLite, in files of the folder.</summary>
    public async Task LoadAsync(string folder)
    {
        _folder = folder;
        if (Provider == DatabaseProvider.Sqlite)
        {
            (StateStore, CentralDb) = ($"Data Source={File("state.db")};Pooling=False", $"Data Source={File("centraldb.db")};Pooling=False");
        }

        var shift = TimeProvider.System.GetUtcNow() - _remains.LeftAt;
        await DatabaseText.LoadAsync(Provider, StateStore, WithBroker(_remains.Read("state.sql"), _virtualHost), shift);
        await DatabaseText.LoadAsync(Provider, CentralDb, _remains.Read("centraldb.sql"), shift);
        var outbox = await StateAsync("SELECT message_id || ' ' || message_type FROM outbox");
        var stored = await CentralAsync("SELECT garmin_activity_id FROM activities");
        Left = new WhatWasLeft(
            Guid.Parse((await StateAsync("SELECT correlation_id FROM sync_job")).Single()),
            (await StateAsync("SELECT current_state FROM sync_job")).Single(),
            (await StateAsync("SELECT login_id FROM pending_login")).Single(),
            [.. outbox.Select(row => (Guid.Parse(row[..36]), row[37..]))],
            stored.Count,
            stored.Count - outbox.Count(row => row.Contains(":ActivitySynced", StringComparison.Ordinal)));
    }

    /// <summary>Asks the state store; the first column, as text.</summary>
    public Task<IReadOnlyList<string>> StateAsync(string query) => AskAsync(StateStore, query);

    /// <summary>Asks CentralDB's database.</summary>
    public Task<IReadOnlyList<string>> CentralAsync(string query) => AskAsync(CentralDb, query);

    /// <summary>The tables of both.</summary>
    public async Task<(IReadOnlyList<string> State, IReadOnlyList<string> Central)> SchemasAsync() => Provider == DatabaseProvider.Sqlite
        ? (await DatabaseSchema.OfSqliteAsync(File("state.db")), await DatabaseSchema.OfSqliteAsync(File("centraldb.db")))
        : (await DatabaseSchema.OfPostgreSqlAsync(StateStore), await DatabaseSchema.OfPostgreSqlAsync(CentralDb));

    private string File(string name) => Path.Combine(_folder, name);

    private async Task<IReadOnlyList<string>> AskAsync(string connectionString, string query)
    {
        await using var connection = DatabaseText.Connect(Provider, connectionString);
        await connection.OpenAsync();
        return await DatabaseText.ListAsync(connection, query);
    }
}
