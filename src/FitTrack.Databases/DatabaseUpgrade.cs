using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace FitTrack.Databases;

/// <summary>
/// Brings a database to the newest schema. All missing migrations run in one transaction under one lock: a process that is killed half-way leaves the old schema,
/// and of several processes that start together, one does the upgrade.
/// </summary>
/// <remarks>
/// Uses only EF Core's script generator. Its <c>Migrate</c> keeps the lock for SQLite in a row; a process that is killed leaves the row behind, and every later
/// start waits for ever.
/// </remarks>
public static class DatabaseUpgrade
{
    // Any constant that nothing else in the same database uses for an advisory lock.
    private const long AdvisoryLock = 0x4669745472616B;

    // A minute or more.
    private const int MostTries = 30;

    private static readonly string TakeLock = $"SELECT pg_advisory_xact_lock({AdvisoryLock})";

    /// <summary>Opens the database, makes it if it is missing (SQLite), and upgrades it.</summary>
    /// <exception cref="InvalidOperationException">
    /// The database was upgraded by a newer version of the program; or the migrations' ids are wrong, which is a fault of the program.
    /// </exception>
    /// <exception cref="System.Data.Common.DbException">The database cannot be opened, or a migration failed.</exception>
    public static async Task RunAsync(DbContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        RequireUsableIds(database.GetMigrations());
        var sqlite = database.IsSqlite();
        await database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (sqlite)
            {
                await ExecuteAsync(context, "PRAGMA journal_mode=WAL", cancellationToken);
            }

            await RetryAsync(() => UpgradeAsync(context, cancellationToken));
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }

    // Processes of the version before may be at work: a table is altered when they let go of it, and nobody is kept from it for longer than that while it is waited for.
    // What was done up to then is undone, and begun again.
    private static async Task RetryAsync(Func<Task> upgrade)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await upgrade();
                return;
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable && tries < MostTries)
            {
                continue;
            }
        }
    }

    private static async Task UpgradeAsync(DbContext context, CancellationToken cancellationToken)
    {
        // On SQLite this is BEGIN IMMEDIATE: the write lock is the upgrade lock.
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        if (!context.Database.IsSqlite())
        {
            // Whoever upgrades is waited for as long as it takes.
            await ExecuteAsync(context, $"{TakeLock}; SET LOCAL lock_timeout = '2s'", cancellationToken);
        }

        await ApplyAsync(context, lastMigration: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Does so in the transaction that is open on the context's connection, up to a migration.</summary>
    /// <param name="context">The context with the transaction.</param>
    /// <param name="lastMigration">The last one to run, which is not before the last one that has run; null for the newest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">As above.</exception>
    internal static async Task ApplyAsync(DbContext context, string? lastMigration, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (!database.IsSqlite())
        {
            await ExecuteAsync(context, TakeLock, cancellationToken);
        }

        // Made first, because PostgreSQL's provider asks for a missing history table with a query that fails, which would end the transaction.
        await ExecuteAsync(context, context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(), cancellationToken);
        await StepBack.TakeBackAsync(context, cancellationToken);
        var applied = (await database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        RequireWayFrom(applied, database.GetMigrations());
        if (applied.LastOrDefault() != (lastMigration ?? database.GetMigrations().LastOrDefault()))
        {
            var script = context.GetService<IMigrator>().GenerateScript(applied.LastOrDefault(), lastMigration, MigrationsSqlGenerationOptions.NoTransactions);
            await ExecuteAsync(context, script, cancellationToken);
        }
    }

    // EF Core takes an id of any other form for a name, and could not upgrade from there later.
    private static void RequireUsableIds(IEnumerable<string> migrations)
    {
        if (migrations.FirstOrDefault(id => id.Length < 16 || id[14] != '_' || id.AsSpan(0, 14).ContainsAnyExceptInRange('0', '9')) is { } id)
        {
            throw new InvalidOperationException($"Migration id '{id}' must be 14 digits (yyyyMMddHHmmss), an underscore and a name.");
        }
    }

    private static void RequireWayFrom(IReadOnlyList<string> applied, IEnumerable<string> migrations)
    {
        var known = migrations.ToList();
        if (applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } newer)
        {
            throw new InvalidOperationException(
                $"The database was upgraded by a newer version (migration '{newer}'). Run that version, or restore the backup made before the upgrade.");
        }

        // The script begins after the last applied migration, so it would leave this one out.
        if (applied is [.., var last] && known.Except(applied, StringComparer.Ordinal).FirstOrDefault(id => string.CompareOrdinal(id, last) < 0) is { } skipped)
        {
            throw new InvalidOperationException($"Migration '{skipped}' would never run on a database that has '{last}': give it an id that sorts after it.");
        }
    }

    // Not ExecuteSqlRaw, which would take braces in a script for parameters.
    internal static async Task ExecuteAsync(DbContext context, string sql, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;

        // A large table takes its time, and so does the process that upgrades while this one waits for the lock.
        command.CommandTimeout = 0;
        command.Transaction = context.Database.CurrentTransaction is { } current
            ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current)
            : null;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
