using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GarminSync.Gateway.Health;

/// <summary>Tells a load balancer whether to send calls here, and a supervisor whether to restart the process.</summary>
internal static class HealthEndpoints
{
    /// <summary>The tag of checks that say whether calls can be served. MassTransit gives it to its own check of the bus, too.</summary>
    public const string ReadyTag = "ready";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var failed = report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(entry => entry.Description);
        var answer = new HealthAnswer(
            report.Status.ToString().ToLowerInvariant(),
            report.Status == HealthStatus.Healthy ? null : string.Join(' ', failed),
            report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString().ToLowerInvariant()));
        return context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
    }
}
