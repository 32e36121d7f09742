namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Garmin's answer says that the call as such does not work; other endpoints may.</summary>
internal sealed class MetricEndpointRefusedException(string what, string reason) : Exception($"Garmin Connect refused {what}: {reason}.");
