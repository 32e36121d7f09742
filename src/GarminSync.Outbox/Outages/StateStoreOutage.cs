using System.Data.Common;
using System.Net.Sockets;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GarminSync.Outbox;

/// <summary>What to do while the database is away.</summary>
public static class StateStoreOutage
{
    // SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN: the file or its disk, not what was asked.
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>
    /// Keeps messages until the database is back, however long that takes. Call <c>UseMessageRetry</c> before this: the retry then sees only other failures, and
    /// withholds the faults of the attempts that fail during an outage, which would be published otherwise.
    /// </summary>
    public static void WaitOutStateStoreOutages(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context) =>
        endpoint.UseConsumeFilter(typeof(OutageFilter<>), context);

    /// <summary>
    /// For endpoints that only answer questions: whoever asks one while the database is away is told so at once (<see cref="StateStoreAwayException"/>). The question
    /// is kept in no error queue, where it would be of no use to anybody; what cannot be read, or fails for another reason, is.
    /// </summary>
    public static void OnlyAnswerQuestions<TConsumer>(this IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<TConsumer> consumer)
        where TConsumer : class
    {
        consumer.UseFilter(new StateStoreAwayFilter<TConsumer>());
        endpoint.ConfigureError(failed =>
        {
            failed.UseFilter(new UnansweredQuestionFilter());

            // What MassTransit does where nothing is configured.
            failed.UseFilter(new GenerateFaultFilter());
            failed.UseFilter(new ErrorTransportFilter());
        });
    }

    /// <summary>Whether the database is to blame, so that the same unit of work may succeed later.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        PostgresException { SqlState: var state } when IsServerTrouble(state) => true,
        SqliteException { SqliteErrorCode: var code } => SqliteCodes.Contains(code),
        DbException { IsTransient: true } => true,

        // The driver throws these unwrapped when it cannot resolve the host's name, for example while a container is down. Other network clients wrap theirs.
        SocketException or TimeoutException => true,

        // EF Core's wrapping.
        DbUpdateException or InvalidOperationException => Is(exception.InnerException),
        _ => false,
    };

    // Not transient to the driver, but they pass: a standby that is not promoted yet, a changed password that this process has not got yet, a database that is
    // being restored.
    private static bool IsServerTrouble(string state) =>
        state is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.DatabaseDropped
        || state.StartsWith("28", StringComparison.Ordinal);
}
