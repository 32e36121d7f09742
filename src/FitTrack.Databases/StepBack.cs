using System.Data;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.Databases;

/// <summary>
/// Lets an older version start on a database that a newer one has upgraded. Nothing in it is taken back: migrations only add (docs/decisions/0044-upgrade-without-a-stop.md), so
/// the older version can work on the newer schema, and has to be kept only from seeing that it is newer. The history of what it does not know is put into a table of its own,
/// until a newer version starts again and takes it back.
/// </summary>
public static class StepBack
{
    /// <summary>Has the migrations that an older version must not see; there only while one runs.</summary>
    internal const string Table = "migrations_ahead";

    private const string History = Backups.Migrations.Table;

    /// <summary>Puts the history after a migration aside, in one transaction, under the lock of the upgrade. Nothing happens when it is the last one.</summary>
    /// <param name="context">The database.</param>
    /// <param name="lastMigration">The last one that the older version knows.</param>
    /// <param name="ready">Looked at in the transaction: throws when the older version could not work on what is there, or changes that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The database has never run that migration, or was upgraded by a version that is newer still.</exception>
    public static async Task RunAsync(DbContext context, string lastMigration, Func<CancellationToken, Task> ready, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            await DatabaseUpgrade.ApplyAsync(context, lastMigration: null, cancellationToken);
            var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
            if (!applied.Contains(lastMigration, StringComparer.Ordinal))
            {
                throw new InvalidOperationException($"The database has never run the migration '{lastMigration}'.");
            }

            await ready(cancellationToken);
            await DatabaseUpgrade.ExecuteAsync(context, $"CREATE TABLE {Table} (migration_id text NOT NULL PRIMARY KEY, product_version text NOT NULL)", cancellationToken);
            foreach (var ahead in applied.Where(id => string.CompareOrdinal(id, lastMigration) > 0))
            {
                await context.Database.ExecuteSqlRawAsync(
                    $"INSERT INTO {Table} SELECT \"MigrationId\", \"ProductVersion\" FROM \"{History}\" WHERE \"MigrationId\" = {{0}}", [ahead], cancellationToken);
                await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{History}\" WHERE \"MigrationId\" = {{0}}", [ahead], cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// Takes the history back, in the transaction that is open. Nothing happens where none was put aside, and when this is the older version, which does not know all of it.
    /// </summary>
    internal static async Task TakeBackAsync(DbContext context, CancellationToken cancellationToken)
    {
        var there = context.Database.IsSqlite()
            ? $"SELECT count(*) AS \"Value\" FROM sqlite_schema WHERE type = 'table' AND name = '{Table}'"
            : $"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = current_schema() AND tablename = '{Table}'";
        if (await context.Database.SqlQueryRaw<int>(there).SingleAsync(cancellationToken) == 0)
        {
            return;
        }

        var ahead = await context.Database.SqlQueryRaw<string>($"SELECT migration_id AS \"Value\" FROM {Table}").ToListAsync(cancellationToken);
        if (!ahead.Except(context.Database.GetMigrations(), StringComparer.Ordinal).Any())
        {
            await DatabaseUpgrade.ExecuteAsync(context, $"INSERT INTO \"{History}\" SELECT migration_id, product_version FROM {Table}; DROP TABLE {Table}", cancellationToken);
        }
    }
}
