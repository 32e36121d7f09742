using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_its_health_is_asked_for(PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_state_store_counts()
    {
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync(Token));
        await using var host = await StateHost.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["State:Provider"] = "PostgreSql", ["State:ConnectionString"] = database.ConnectionString }, amqp: null);
        (await StatusAsync(host)).ShouldBe(HealthStatus.Healthy);

        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync(Token);
        await using var drop = new NpgsqlCommand($"DROP DATABASE {database.Database} WITH (FORCE)", server);
        await drop.ExecuteNonQueryAsync(Token);

        (await StatusAsync(host)).ShouldBe(HealthStatus.Unhealthy);
    }

    private static async Task<HealthStatus> StatusAsync(StateHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["state-store"].Status;
}
