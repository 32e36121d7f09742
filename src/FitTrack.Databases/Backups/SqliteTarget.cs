using Microsoft.Data.Sqlite;

namespace FitTrack.Databases.Backups;

/// <summary>Restores a SQLite database: written beside, then moved.</summary>
internal sealed class SqliteTarget(BackedUpStore store, BackupManifestStore backup, BackupReader archive) : IRestoreTarget
{
    private const int Busy = 5;
    private const int Locked = 6;

    private string Staged => $"{store.SqliteFile}.restoring";

    public async Task CheckAsync(bool replace, CancellationToken cancellationToken)
    {
        if (!File.Exists(store.SqliteFile))
        {
            return;
        }

        if (!replace)
        {
            throw new BackupRefusedException($"{store.Title} is there already, at {store.SqliteFile}. {BackupRestorer.SayReplace}");
        }

        await using var connection = new SqliteConnection(SqliteBackup.ConnectionString(store.SqliteFile, SqliteOpenMode.ReadWrite));
        try
        {
            // Leaving the write-ahead log needs the database for oneself alone, so this fails while a process has it open, whatever that does just now.
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            command.CommandTimeout = 1;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is Busy or Locked)
        {
            throw new BackupRefusedException($"{store.SqliteFile} is in use. Stop the service, then restore.", exception);
        }
        catch (SqliteException)
        {
            // Damaged: that is why one restores.
        }
    }

    public async Task StageAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(store.SqliteFile)!);
        await using var target = PrivateStream.Create(Staged);
        await using var content = await archive.OpenAsync(backup.Entries.Single(entry => entry.Path == backup.SqlitePath), cancellationToken);
        await content.CopyToAsync(target, cancellationToken);
        target.Flush(flushToDisk: true);
    }

    public Task PutInPlaceAsync()
    {
        // The log of the database before would be taken for one of this.
        File.Delete($"{store.SqliteFile}-wal");
        File.Delete($"{store.SqliteFile}-shm");
        File.Move(Staged, store.SqliteFile, overwrite: true);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(Staged);
        return ValueTask.CompletedTask;
    }
}
