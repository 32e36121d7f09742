namespace GarminConnect.Client;

/// <summary>Garmin could not be asked or did not give a usable answer: try again later.</summary>
internal sealed class GarminUnreachableException(string what, string reason, Exception? innerException = null)
    : Exception($"Garmin Connect did not answer {what}: {reason}.", innerException)
{
    /// <summary>What went wrong, without the name of the call.</summary>
    public string Reason { get; } = reason;
}
