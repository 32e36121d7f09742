using CentralDb.Client;

namespace GarminSync.Gateway.HealthData;

/// <summary>The last value of each metric that a user has.</summary>
/// <param name="UserId">CentralDB's id of the user.</param>
/// <param name="Metrics">By name.</param>
internal sealed record LatestHealthAnswer(string UserId, IReadOnlyList<LatestHealthMetric> Metrics);
