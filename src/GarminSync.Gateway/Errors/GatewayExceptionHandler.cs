using System.Net;
using CentralDb.Client;
using GarminSync.Bus.DeadLetters;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Accounts;
using GarminSync.Gateway.Bodies;
using GarminSync.Gateway.CentralData;
using GarminSync.Gateway.Messaging;
using MassTransit;
using Microsoft.AspNetCore.Diagnostics;
using RabbitMQ.Client.Exceptions;

namespace GarminSync.Gateway.Errors;

/// <summary>The one place where exceptions become answers. An exception that it does not know is logged and answered by the framework.</summary>
internal sealed partial class GatewayExceptionHandler(IBusControl bus, ILogger<GatewayExceptionHandler> logger) : IExceptionHandler
{
    // Of the consumers, whose types the gateway does not know.
    private const string StateStoreAway = ".StateStoreAwayException";

    private const int AccessRefused = 403;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is RequestCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        if (Translate(exception) is not { } answer)
        {
            return false;
        }

        await answer.ExecuteAsync(httpContext);
        return true;
    }

    private IResult? Translate(Exception exception)
    {
        switch (exception)
        {
            case InvalidFieldsException invalid:
                return invalid.Errors.ToProblem();

            case ForeignUserException foreign:
                return AccountEndpoints.NotLinked(foreign.UserId);

            case UnknownUserException unknown:
                return AccountEndpoints.NotLinked(unknown.UserId);

            case CentralDbUnreachableException:
                LogUnreachable(exception.Message);
                return Outages.CentralDbForGateway;

            case CentralDbRejectedException { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden }:
                LogUnreachable(exception.Message);
                return Outages.CentralDbKey;

            case CentralDbRejectedException rejected:
                LogUnreachable(exception.Message);
                return Outages.CentralDbAnswer(rejected.Detail ?? rejected.Message);

            case RefusedException refused:
                LogUnreachable(refused.Message);
                return refused.Refusal;

            case RequestTimeoutException when bus.IsConnected():
                LogUnreachable(exception.Message);
                return Outages.Consumers;

            case RequestFaultException { Fault.Exceptions: var told } when told.Any(one => one.ExceptionType.EndsWith(StateStoreAway, StringComparison.Ordinal)):
                LogUnreachable(exception.Message);
                return Outages.StateStore;

            case RequestFaultException fault:
                LogFault(fault);
                return Outages.Fault;

            case QueueMissingException missing:
                LogUnreachable(missing.Message);
                return Outages.QueueMissing(missing.Message);

            case OperationInterruptedException { ShutdownReason.ReplyCode: AccessRefused }:
                LogUnreachable(exception.Message);
                return Outages.BrokerRights;

            case UnconfirmedException:
                LogUnreachable(exception.Message);
                return Outages.Unconfirmed;

            // A TimeoutException alone may be anybody's: whoever waits for the broker says so by one of these.
            case MassTransitException or RabbitMQClientException or BrokerUnreachableException:
                LogUnreachable(exception.Message);
                return Outages.Broker;

            default:
                return null;
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "A call could not be passed on: {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(1002, LogLevel.Error, "The consumers failed at a call")]
    private partial void LogFault(Exception exception);
}
