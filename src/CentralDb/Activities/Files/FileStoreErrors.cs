using Microsoft.AspNetCore.Diagnostics;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>Answers 503 while the bucket of activity files is away, and tells the operator why: the same request works later.</summary>
internal sealed partial class FileStoreErrors(ILogger<FileStoreErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not FileStoreException)
        {
            return false;
        }

        LogAway(exception.Message);
        httpContext.Response.Headers.RetryAfter = "5";
        await TypedResults.Problem("The bucket of CentralDB's activity files does not answer, and nothing was stored. Try again in some seconds; the server's log says more.",
            statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(4102, LogLevel.Error, "The bucket of activity files cannot be used: {Reason}")]
    private partial void LogAway(string reason);
}
