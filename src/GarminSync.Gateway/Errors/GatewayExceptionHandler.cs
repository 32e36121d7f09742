using GarminSync.Gateway.Bodies;
using GarminSync.Gateway.Messaging;
using MassTransit;
using Microsoft.AspNetCore.Diagnostics;

namespace GarminSync.Gateway.Errors;

/// <summary>The one place where exceptions become answers.</summary>
internal sealed partial class GatewayExceptionHandler(IBusControl bus, ILogger<GatewayExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await Translate(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    private Refusal Translate(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case InvalidFieldsException invalid:
                return new Refusal(StatusCodes.Status422UnprocessableEntity, invalid.Message) { Errors = invalid.Errors };

            case BadHttpRequestException bad:
                return new Refusal(bad.StatusCode, bad.Message);

            case RequestTimeoutException or ConnectionException when !bus.IsConnected():
            case ConnectionException or MessageNotConfirmedException:
                LogUnreachable(exception.Message);
                return Outages.Broker;

            case RequestTimeoutException:
                LogUnreachable(exception.Message);
                return Outages.Consumers;

            default:
                LogFailed(exception, context.Request.Method, context.Request.Path.Value, context.TraceIdentifier);
                return new Refusal(
                    StatusCodes.Status500InternalServerError,
                    $"The call failed for a reason that is in the service's log under {context.TraceIdentifier}. It is a fault of the service, not of the call.");
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "A call could not be passed on: {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(1002, LogLevel.Error, "{Method} {Path} failed ({TraceIdentifier})")]
    private partial void LogFailed(Exception exception, string method, string? path, string traceIdentifier);
}
