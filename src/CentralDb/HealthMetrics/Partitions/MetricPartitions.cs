using System.Globalization;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitTrack.CentralDb.HealthMetrics.Partitions;

/// <summary>Makes the partitions of this year and the next, at the start and every day. Values of other years, should there be any, lie in <c>health_metrics_other</c> until then.</summary>
internal sealed partial class MetricPartitions(IServiceScopeFactory scopes, TimeProvider time, ILogger<MetricPartitions> logger)
    : PeriodicWork(TimeSpan.FromDays(1), time)
{
    // Any constant that nothing else in the same database uses for an advisory lock.
    private const long AdvisoryLock = 0x466974596561;

    /// <summary>Makes those that are missing.</summary>
    /// <returns>The partitions that were made.</returns>
    public async Task<IReadOnlyList<string>> EnsureAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CentralDbContext>();
        var made = new List<string>();
        if (!database.Database.IsSqlite())
        {
            var year = Time.GetUtcNow().Year;
            foreach (var wanted in new[] { year, year + 1 })
            {
                if (await MakeAsync(database, wanted, cancellationToken) is { } name)
                {
                    LogMade(name);
                    made.Add(name);
                }
            }
        }

        return made;
    }

    protected override Task WorkAsync(CancellationToken cancellationToken) => EnsureAsync(cancellationToken);

    protected override void OnFailed(Exception exception) => LogNotMade(exception.GetBaseException().Message);

    private static async Task<string?> MakeAsync(CentralDbContext database, int year, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"health_metrics_{year:0000}");
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

        // Of several processes one does it; and nobody waits for long behind it.
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        if (await database.Database.SqlQuery<bool>($"SELECT to_regclass({name}) IS NOT NULL AS \"Value\"").SingleAsync(cancellationToken))
        {
            return null;
        }

        try
        {
            await database.Database.ExecuteSqlRawAsync(Script(name, year), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return name;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidObjectDefinition)
        {
            return null; // An operator has cut this year in another way.
        }
    }

    // What lies in the partition of the rest belongs into the new one. Attaching locks the table against nobody who reads or writes it.
    private static string Script(string name, int year)
    {
        var (from, to) = (Day(year), Day(year + 1));
        return $"""
            SET LOCAL lock_timeout = '10s';
            CREATE TABLE {name} (LIKE health_metrics INCLUDING ALL);
            LOCK TABLE health_metrics_other IN ACCESS EXCLUSIVE MODE;
            WITH odd AS (DELETE FROM health_metrics_other WHERE at >= {from} AND at < {to} RETURNING *) INSERT INTO {name} SELECT * FROM odd;
            ALTER TABLE health_metrics ATTACH PARTITION {name} FOR VALUES FROM ({from}) TO ({to});
            """;

        static string Day(int year) => string.Create(CultureInfo.InvariantCulture, $"'{year:0000}-01-01 00:00:00+00'");
    }

    [LoggerMessage(4201, LogLevel.Information, "Health metrics have a new partition: {Name}")]
    private partial void LogMade(string name);

    [LoggerMessage(4202, LogLevel.Warning, "The next partition of the health metrics could not be made; this is tried again tomorrow, and meanwhile their values lie in health_metrics_other: {Reason}")]
    private partial void LogNotMade(string reason);
}
