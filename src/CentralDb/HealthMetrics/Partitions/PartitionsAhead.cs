using System.Data.Common;
using System.Net.Sockets;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitTrack.CentralDb.HealthMetrics.Partitions;

/// <summary>
/// Before the upgrade that cuts the values into partitions: lets PostgreSQL look through the table while others read and write it, so that the upgrade, which locks it, has
/// nothing to look through. If this does not succeed, the upgrade does it.
/// </summary>
internal sealed class PartitionsAhead(IServiceScopeFactory scopes, TimeProvider time) : IHostedLifecycleService
{
    private const string WantedSql = """
        SELECT count(*)::int AS "Value" FROM pg_class
        WHERE oid = to_regclass('health_metrics') AND relkind = 'r' AND reltuples > 10000
        """;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CentralDbContext>().Database;
        if (database.IsSqlite())
        {
            return;
        }

        try
        {
            if (await database.SqlQueryRaw<int>(WantedSql).SingleAsync(cancellationToken) > 0)
            {
                await LookThroughAsync(database, cancellationToken);
            }
        }
        catch (Exception exception) when (exception.GetBaseException() is DbException or SocketException or TimeoutException)
        {
            // The upgrade says what is wrong, if it still is.
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task LookThroughAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database, CancellationToken cancellationToken)
    {
        database.SetCommandTimeout(TimeSpan.FromHours(6));
        var nextYear = time.GetUtcNow().Year + 1;
        await database.ExecuteSqlRawAsync($"ALTER TABLE health_metrics DROP CONSTRAINT IF EXISTS {PartitionHealthMetrics.Check}", cancellationToken);
        var check = $"ALTER TABLE health_metrics ADD CONSTRAINT {PartitionHealthMetrics.Check} CHECK (at < '{nextYear:0000}-01-01 00:00:00+00') NOT VALID";
        await database.ExecuteSqlRawAsync(check, cancellationToken);
        try
        {
            await database.ExecuteSqlRawAsync($"ALTER TABLE health_metrics VALIDATE CONSTRAINT {PartitionHealthMetrics.Check}", cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
        {
            // Values of years to come: the upgrade moves them.
            await database.ExecuteSqlRawAsync($"ALTER TABLE health_metrics DROP CONSTRAINT IF EXISTS {PartitionHealthMetrics.Check}", cancellationToken);
        }
    }
}
