using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Messaging;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GarminSync.Gateway.Health;

/// <summary>Healthy when the bus is connected and the consumers answer through it.</summary>
internal sealed class ConsumersHealthCheck(IBusControl bus, IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!bus.IsConnected())
        {
            return HealthCheckResult.Unhealthy(Outages.Broker.Detail);
        }

        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ConsumersProbe>().AskAsync(cancellationToken);
            return HealthCheckResult.Healthy("The consumers answer.");
        }
        catch (RequestException)
        {
            // No answer in time, or a fault: either way they cannot serve a call now.
            return HealthCheckResult.Unhealthy(Outages.Consumers.Detail);
        }
    }
}
