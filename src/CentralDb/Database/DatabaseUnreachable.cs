using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace FitTrack.CentralDb.Database;

/// <summary>Answers 503, not 500, when the database is away, full or busy for too long: the same request works later.</summary>
internal sealed partial class DatabaseUnreachable(ILogger<DatabaseUnreachable> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsAway(exception))
        {
            return false;
        }

        LogAway(exception.GetBaseException().Message);
        httpContext.Response.Headers.RetryAfter = "5";
        await TypedResults.Problem("CentralDB's database does not answer, and nothing was stored. Try again in some seconds; the server's log says more.",
            statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(httpContext);
        return true;
    }

    // EF Core wraps what the driver throws, once or twice, depending on where it happens.
    private static bool IsAway(Exception? exception) => exception switch
    {
        null => false,
        SocketException or NpgsqlException { IsTransient: true } => true,
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY } => true,
        _ => IsAway(exception.InnerException),
    };

    [LoggerMessage(4001, LogLevel.Error, "The database does not answer: {Reason}")]
    private partial void LogAway(string reason);
}
