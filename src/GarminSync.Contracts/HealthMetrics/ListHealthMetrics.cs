namespace GarminSync.Contracts;

/// <summary>Asks which health metrics can be synchronised. Answer: <see cref="HealthMetricList"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record ListHealthMetrics;
