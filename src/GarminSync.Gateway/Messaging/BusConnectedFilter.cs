using GarminSync.Gateway.Errors;
using MassTransit;

namespace GarminSync.Gateway.Messaging;

/// <summary>Answers 503 while the broker is out of reach: MassTransit would hold the request back until it is there again.</summary>
internal sealed class BusConnectedFilter(IBusControl bus) : IEndpointFilter
{
    // A process that starts, or a broker that restarts, connects within this time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!bus.IsConnected())
        {
            await bus.WaitForHealthStatus(BusHealthStatus.Healthy, Patience);
        }

        return bus.IsConnected() ? await next(context) : Outages.Broker;
    }
}
