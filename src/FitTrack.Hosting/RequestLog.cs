using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FitTrack.Hosting;

/// <summary>Writes one line for each HTTP request: method, path, status and duration. Never the query or a body, which may hold secrets.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var level = context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogLevel.Debug : LogLevel.Information;
            LogRequest(level, context.Request.Method, context.Request.Path.Value, context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [LoggerMessage(EventId = 100, Message = "{Method} {Path} answered {Status} in {ElapsedMilliseconds:0} ms")]
    private partial void LogRequest(LogLevel level, string method, string? path, int status, double elapsedMilliseconds);
}
