using Microsoft.AspNetCore.Diagnostics;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>Answers 507 when the activity folder takes nothing more, and tells the operator why.</summary>
internal sealed partial class ActivityFolderErrors(ILogger<ActivityFolderErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not ActivityFolderException)
        {
            return false;
        }

        LogCannotWrite(exception.Message);
        await TypedResults.Problem("CentralDB cannot write to its activity folder, and nothing was stored; its log says why. Try again when that is put right.",
            statusCode: StatusCodes.Status507InsufficientStorage).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(4101, LogLevel.Error, "The activity folder cannot be written: {Reason}")]
    private partial void LogCannotWrite(string reason);
}
