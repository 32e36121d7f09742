using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace FitTrack.Databases;

/// <summary>
/// Has SQLite itself wait for another connection's write lock. It looks again after 1 ms, then a little later each time (https://sqlite.org/c3ref/busy_timeout.html);
/// Microsoft.Data.Sqlite, left alone, sleeps for 150 ms however short the other transaction is.
/// </summary>
internal sealed class SqliteWaits : DbConnectionInterceptor
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public static readonly SqliteWaits Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection) => raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, (int)Longest.TotalMilliseconds);
}
