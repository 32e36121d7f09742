using FitTrack.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Events;

namespace FitTrack.Hosting;

/// <summary>One line for each HTTP request: method, path, status and duration. Never the query or a body, which may hold secrets.</summary>
public static class RequestLog
{
    private const string Line = "{Method} {Path} answered {Status} in {ElapsedMilliseconds:0} ms";

    // As the logging of Microsoft.Extensions writes an id: searches and alerts go by it.
    private static readonly LogEventProperty EventId =
        new("EventId", new StructureValue([new("Id", new ScalarValue(100)), new("Name", new ScalarValue("LogRequest"))]));

    /// <summary>Adds the request log; first in the pipeline, so that it sees the status that the caller gets.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        // The log of this server. The default is the static logger, which nobody sets here.
        options.Logger = app.ApplicationServices.GetRequiredService<ILogger>();
        options.MessageTemplate = Line;
        options.GetMessageTemplateProperties = Values;
        options.GetLevel = Level;
    });

    private static IEnumerable<LogEventProperty> Values(HttpContext context, string path, double elapsedMilliseconds, int status) =>
    [
        new("Method", new ScalarValue(context.Request.Method)),
        new("Path", new ScalarValue(path)),
        new("Status", new ScalarValue(status)),
        new("ElapsedMilliseconds", new ScalarValue(elapsedMilliseconds)),
        EventId,
    ];

    private static LogEventLevel Level(HttpContext context, double elapsedMilliseconds, Exception? exception) =>
        context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments(TelemetryRegistration.MetricsPath, StringComparison.Ordinal)
            ? LogEventLevel.Debug
            : LogEventLevel.Information;
}
