namespace GarminConnect.Client.Health;

/// <summary>
/// Garmin's answer says nothing about any metric or day: an error with HTTP 200, or a shape that is not known. Another endpoint that answers for the metric may
/// do better.
/// </summary>
/// <param name="why">What is wrong with the answer, as the end of a sentence.</param>
public sealed class EndpointRefusedException(string why) : GarminException($"Garmin Connect did not answer what was asked: {why}.");
