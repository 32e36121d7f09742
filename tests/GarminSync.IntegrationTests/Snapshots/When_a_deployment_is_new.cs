using Xunit;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>What the processes declare and create. An older version's broker and databases hold the same, so a newer one finds what it expects, and the other way round.</summary>
public sealed class When_a_deployment_is_new(NewDeployment deployment) : IClassFixture<NewDeployment>
{
    [Fact]
    public async Task Its_exchanges_queues_and_bindings_are_the_known_ones()
    {
        await deployment.StartAsync();
        await (await BrokerTopology.ReadAsync(deployment.VirtualHost)).ShouldBeInAsync("broker-topology.txt");
    }

    [Fact]
    public async Task Its_inbox_knows_the_consumers_by_the_known_ids()
    {
        await deployment.StartAsync();
        await (await deployment.InboxConsumersAsync()).ShouldBeInAsync("inbox-consumers.txt");
    }

    [Fact]
    public async Task Its_tables_on_PostgreSQL_are_the_known_ones()
    {
        await deployment.StartAsync();
        await (await DatabaseSchema.OfPostgreSqlAsync(deployment.StateStore)).ShouldBeInAsync("state-store.postgresql.txt");
        await (await DatabaseSchema.OfPostgreSqlAsync(deployment.CentralDb)).ShouldBeInAsync("centraldb.postgresql.txt");
    }

    [Fact]
    public async Task Its_tables_on_SQLite_are_the_known_ones()
    {
        await deployment.StartAsync();
        await (await DatabaseSchema.OfSqliteAsync(deployment.SqliteStateStore)).ShouldBeInAsync("state-store.sqlite.txt");
        await (await DatabaseSchema.OfSqliteAsync(deployment.SqliteCentralDb)).ShouldBeInAsync("centraldb.sqlite.txt");
    }
}
