namespace GarminSync.Gateway.Health;

/// <summary>How the service is.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Detail">What is wrong and what to do; null when nothing is.</param>
/// <param name="Checks">The status of each part.</param>
internal sealed record HealthAnswer(string Status, string? Detail, IReadOnlyDictionary<string, string> Checks);
