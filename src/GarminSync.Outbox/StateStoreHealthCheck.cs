using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GarminSync.Outbox;

/// <summary>Healthy when the database of the state store answers.</summary>
internal sealed class StateStoreHealthCheck(OutboxDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy("The state store answers.")
            : HealthCheckResult.Unhealthy("The state store cannot be reached; see State:Provider and State:ConnectionString.");
}
