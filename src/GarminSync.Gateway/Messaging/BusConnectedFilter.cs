using GarminSync.Gateway.Errors;
using MassTransit;

namespace GarminSync.Gateway.Messaging;

/// <summary>
/// Answers 503 while the broker is out of reach; MassTransit would hold the request back until the broker returns. The <see cref="AnswerLimit"/> is for a
/// connection that dies while a request is being sent: MassTransit's own time-out does not end that wait.
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
        var call = next(context).AsTask();
        try
        {
            return await call.WaitAsync(limit.Limit, clock, context.HttpContext.RequestAborted);
        }
        catch (TimeoutException) when (!call.IsFaulted)
        {
            return bus.IsConnected() ? Outages.Consumers : Outages.Broker;
        }
    }
}
