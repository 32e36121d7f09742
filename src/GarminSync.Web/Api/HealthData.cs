namespace GarminSync.Web.Api;

/// <summary>Values of health metrics, as <c>GET /api/garmin/health</c> tells them. One without a value is not there.</summary>
public sealed record HealthData(IReadOnlyList<HealthSeries> Metrics);
