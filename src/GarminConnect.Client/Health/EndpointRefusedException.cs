namespace GarminConnect.Client.Health;

/// <summary>
/// An answer that says nothing about any metric or day: an error inside of HTTP 200, or a shape that nobody knows. The same days are worth a try at
/// another endpoint that answers for the metric.
/// </summary>
internal sealed class EndpointRefusedException(string why) : Exception($"Garmin Connect did not answer what was asked: {why}.");
