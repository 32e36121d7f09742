using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Messaging;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GarminSync.Gateway.Health;

/// <summary>Healthy when the bus is connected and the consumers answer through it.</summary>
internal sealed class ConsumersHealthCheck(IBusControl bus, ConsumersProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!bus.IsConnected())
        {
            return HealthCheckResult.Unhealthy(Outages.Broker.Detail);
        }

        try
        {
            await probe.AskAsync(cancellationToken);
            return HealthCheckResult.Healthy("The consumers answer.");
        }
        catch (RequestException)
        {
            // No answer in time, or a fault: either way they cannot serve a call now.
            return HealthCheckResult.Unhealthy(Outages.Consumers.Detail);
        }
    }
}
