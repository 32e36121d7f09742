using GarminSync.Gateway.Errors;
using MassTransit;

namespace GarminSync.Gateway.Messaging;

/// <summary>
/// Answers 503 while the broker is out of reach: MassTransit would hold the request back until it is there again. When the connection dies while a
/// request is being sent, MassTransit's own time-out does not free the caller; the <see cref="AnswerLimit"/> does.
/// </summary>
internal sealed class BusConnectedFilter(IBusControl bus, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!await bus.IsConnectedSoonAsync())
        {
            return Outages.Broker;
        }

        var limit = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<AnswerLimit>() ?? AnswerLimit.OneRequest;
        try
        {
            return await next(context).AsTask().WaitAsync(limit.Limit, clock, context.HttpContext.RequestAborted);
        }
        catch (TimeoutException)
        {
            return bus.IsConnected() ? Outages.Consumers : Outages.Broker;
        }
    }
}
