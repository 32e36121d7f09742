using System.Data.Common;
using System.Net.Sockets;
using MassTransit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GarminSync.Outbox;

/// <summary>What to do while the database is away.</summary>
internal static class StateStoreOutage
{
    // SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN: the file or its disk, not what was asked.
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>
    /// Keeps messages until the database is back, however long that takes (<see cref="OutageFilter{T}"/>). To be called after <c>UseMessageRetry</c>, which then
    /// meets only other failures, and keeps those of the vain attempts from being published as faults.
    /// </summary>
    public static void WaitOutStateStoreOutages(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context) =>
        endpoint.UseConsumeFilter(typeof(OutageFilter<>), context);

    /// <summary>Whether the database is to blame, and the same unit of work may succeed later.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        PostgresException { SqlState: var state } when IsServerTrouble(state) => true,
        SqliteException { SqliteErrorCode: var code } => SqliteCodes.Contains(code),
        DbException { IsTransient: true } => true,

        // The driver's, bare, when the host's name cannot be resolved, as while a container is away. Whatever else uses the network wraps its own.
        SocketException or TimeoutException => true,

        // EF Core's wrapping.
        DbUpdateException or InvalidOperationException => Is(exception.InnerException),
        _ => false,
    };

    // What the driver does not take for transient: a standby that is not promoted yet, a password that was changed before this process got the new one, a database
    // that is being restored.
    private static bool IsServerTrouble(string state) =>
        state is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.DatabaseDropped
        || state.StartsWith("28", StringComparison.Ordinal);
}
