using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FitTrack.Databases.Backups;

/// <summary>Copies a SQLite database in one read transaction; with the write-ahead log, writers go on meanwhile.</summary>
internal static class SqliteBackup
{
    private const int Interrupted = 9;

    /// <exception cref="BackupRefusedException">There is no such database, or it has no schema.</exception>
    public static async Task<DatabaseSnapshot> TakeAsync(BackedUpStore store, string folder, CancellationToken cancellationToken)
    {
        if (!store.IsThere)
        {
            throw new BackupRefusedException($"{store.Title} is not at {store.SqliteFile}. Give the command the same options as the service, DataFolder among them.");
        }

        var copy = Path.Combine(folder, BackupManifestStore.SqliteName);
        await Task.Run(() => Copy(store.SqliteFile, copy, cancellationToken), cancellationToken);
        await using var connection = await OpenAsync(copy, SqliteOpenMode.ReadWrite, cancellationToken);
        var migration = await ReadAsync(connection, Migrations.LastSql, cancellationToken);
        var paths = store.Files is { } files ? await ReadAsync(connection, files.PathsSql, cancellationToken) : [];
        return new DatabaseSnapshot(Migrations.RequireOne(migration, store.Title), [], [(BackupManifestStore.SqliteName, copy)], paths);
    }

    // Not the page by page copy of BackupDatabase: what was deleted, an erased user among it, is still in unused pages, and would be in the backup.
    private static void Copy(string file, string copy, CancellationToken cancellationToken)
    {
        using (PrivateStream.Create(copy))
        {
            // Empty, which SQLite takes for a new database; now it has the right mode.
        }

        using var connection = new SqliteConnection(ConnectionString(file, SqliteOpenMode.ReadWrite));
        connection.Open();
        using var stop = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle!));
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$copy", copy);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }

    public static string ConnectionString(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 15 }.ToString();

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString(file, mode));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await Migrations.ReadAsync(command, cancellationToken);
    }
}
