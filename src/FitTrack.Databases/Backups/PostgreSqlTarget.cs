using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FitTrack.Databases.Backups;

/// <summary>Restores a PostgreSQL database in one transaction: the schema by our own migrations, up to that of the backup, then the rows.</summary>
internal sealed class PostgreSqlTarget(BackedUpStore store, BackupManifestStore backup, BackupReader archive) : IRestoreTarget
{
    private const int Looks = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private IDbContextTransaction? _transaction;

    private NpgsqlConnection Connection => (NpgsqlConnection)store.Context.Database.GetDbConnection();

    public async Task CheckAsync(bool replace, CancellationToken cancellationToken)
    {
        await store.Context.Database.OpenConnectionAsync(cancellationToken);
        await RefuseWhileInUseAsync(cancellationToken);
        if (await Connection.ReadAsync($"SELECT to_regclass('\"{Migrations.Table}\"')::text", cancellationToken) is [null])
        {
            return;
        }

        if (!replace)
        {
            throw new BackupRefusedException($"{store.Title} is there already: the database has a schema. {BackupRestorer.SayReplace}");
        }

        if (await Connection.ReadAsync(Migrations.LastSql, cancellationToken) is [{ } migration] && string.CompareOrdinal(migration, backup.Migration) > 0)
        {
            throw new BackupRefusedException(
                $"{store.Title} has a newer schema ('{migration}') than the backup ('{backup.Migration}'), and there is no way back in a database: restore into a new, empty one.");
        }
    }

    public async Task StageAsync(CancellationToken cancellationToken)
    {
        _transaction = await store.Context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await DatabaseUpgrade.ApplyAsync(store.Context, backup.Migration, cancellationToken);
        await Connection.RunAsync($"TRUNCATE {string.Join(", ", backup.Tables.Select(table => PostgreSqlCommands.Quote(table.Name)))}", cancellationToken);
        foreach (var table in await InOrderAsync(cancellationToken))
        {
            await FillAsync(table, cancellationToken);
        }
    }

    public async Task PutInPlaceAsync() => await _transaction!.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }

        await store.Context.Database.CloseConnectionAsync();
    }

    // The sessions of a process that has just been stopped end a moment later.
    private async Task RefuseWhileInUseAsync(CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var others = await Connection.ReadAsync(
                "SELECT pid::text FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()", cancellationToken);
            if (others.Count == 0)
            {
                return;
            }

            if (look == Looks)
            {
                throw new BackupRefusedException($"{store.Title} is in use by {others.Count} connections. Stop the service, then restore.");
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }
    }

    private async Task FillAsync(BackupTable table, CancellationToken cancellationToken)
    {
        var entry = backup.Entries.Single(entry => entry.Path == backup.TablePath(table.Name));
        await using (var content = await archive.OpenAsync(entry, cancellationToken))
        await using (var rows = await Connection.BeginRawBinaryCopyAsync(
            $"COPY {PostgreSqlCommands.Quote(table.Name)} ({PostgreSqlBackup.ColumnList(table)}) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            // At its end the server checks what refers to other tables, which takes its time.
            rows.ReadTimeout = 0;
            try
            {
                await content.CopyToAsync(rows, cancellationToken);
            }
            catch
            {
                await rows.CancelAsync();
                throw;
            }
        }

        if (table is { IdentityColumn: { } column, LastIdentity: { } last })
        {
            await using var command = new NpgsqlCommand("SELECT setval(pg_get_serial_sequence(quote_ident($1), $2)::regclass, $3)", Connection)
            {
                Parameters = { new() { Value = table.Name }, new() { Value = column }, new() { Value = last } },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // A table that others refer to comes before these.
    private async Task<IReadOnlyList<BackupTable>> InOrderAsync(CancellationToken cancellationToken)
    {
        var edges = await Connection.ReadAsync(
            $"""
            SELECT a.relname || '/' || b.relname FROM pg_constraint JOIN pg_class a ON a.oid = conrelid JOIN pg_class b ON b.oid = confrelid
            WHERE contype = 'f' AND a.relnamespace = current_schema()::regnamespace AND conrelid <> confrelid
            """,
            cancellationToken);
        var needs = edges.Select(edge => edge!.Split('/')).ToLookup(edge => edge[0], edge => edge[1], StringComparer.Ordinal);
        var ordered = new List<BackupTable>();
        var left = backup.Tables.ToList();
        while (left.Count > 0)
        {
            var next = left.Find(table => !left.Exists(other => needs[table.Name].Contains(other.Name, StringComparer.Ordinal)))
                ?? throw new InvalidOperationException("Tables refer to each other in a circle.");
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }
}
