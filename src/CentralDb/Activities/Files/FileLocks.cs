using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>Locks on files between processes. On SQLite there is one process, and the locks of <see cref="ActivityFiles"/> do.</summary>
internal static class FileLocks
{
    // Any constant: it keeps these locks apart from others of the same database.
    private const long Seed = 0x46697446696C65;

    /// <summary>Runs work on a file and the records that point at it in one transaction, alone.</summary>
    /// <param name="database">Of the records.</param>
    /// <param name="files">Of the file.</param>
    /// <param name="path">The file; null when there is none, and nothing is locked.</param>
    /// <param name="work">What is done; it is rolled back when it throws.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<T> InLockAsync<T>(this CentralDbContext database, ActivityFiles files, string? path, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return await work();
        }

        using var mine = await files.LockAsync(path, cancellationToken);
        if (database.Database.IsSqlite() && !files.Store.IsRemote)
        {
            return await work();
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!database.Database.IsSqlite())
        {
            await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({path}, {Seed}))", cancellationToken);
        }

        var done = await work();
        await transaction.CommitAsync(cancellationToken);
        return done;
    }
}
