using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace FitTrack.CentralDb.Database;

/// <summary>
/// Two requests that write the same record at once: the database lets one through, and the other looks again and finds the record there.
/// </summary>
internal static class WriteConflicts
{
    private const int Attempts = 10;

    /// <summary>Runs a read-decide-save with an empty change tracker, again when another request came in between.</summary>
    public static async Task<T> RetryAsync<T>(this CentralDbContext database, Func<Task<T>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                database.ChangeTracker.Clear();
                return await write();
            }
            catch (Exception exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || Is(exception.GetBaseException())))
            {
                // Looked at again from the start: what the other request wrote is visible now.
            }
        }
    }

    /// <summary>Whether a row could not be deleted, or not be written, because of a foreign key.</summary>
    public static bool IsStillReferredTo(Exception exception) => exception.GetBaseException() switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_FOREIGNKEY,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.ForeignKeyViolation,
        _ => false,
    };

    private static bool Is(Exception root) => root switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };
}
