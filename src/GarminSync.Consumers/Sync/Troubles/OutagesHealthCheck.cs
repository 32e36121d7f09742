using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GarminSync.Consumers.Sync;

/// <summary>Degraded while Garmin or CentralDB answers nobody: the process is well, and its jobs pause.</summary>
internal sealed class OutagesHealthCheck(Outages outages) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        outages.Current is { Count: > 0 } current
            ? HealthCheckResult.Degraded(string.Join(" ", current.Select(outage => $"{outage.Service} is away since {outage.Since:u}, asked again at {outage.Until:u}: {outage.Reason}")))
            : HealthCheckResult.Healthy());
}
