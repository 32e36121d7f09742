using GarminConnect.Client.Health;
namespace GarminSync.Consumers.HealthMetrics;

/// <summary>One request to Garmin.</summary>
/// <param name="Endpoint">What to ask.</param>
/// <param name="Range">About which days.</param>
/// <param name="Metrics">Which of the endpoint's metrics were open on some of the days.</param>
internal sealed record MetricRequest(MetricEndpoint Endpoint, DayRange Range, IReadOnlyList<Metric> Metrics);
