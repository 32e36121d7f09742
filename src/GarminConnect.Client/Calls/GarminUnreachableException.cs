namespace GarminConnect.Client;

/// <summary>Garmin could not be asked, or gave no usable answer: try again later.</summary>
/// <param name="what">What was asked for, in words.</param>
/// <param name="reason">What went wrong, as the end of a sentence.</param>
/// <param name="innerException">The failure of the connection; null when there was an answer.</param>
public sealed class GarminUnreachableException(string what, string reason, Exception? innerException = null)
    : GarminException($"Garmin Connect did not answer {what}: {reason}.", innerException)
{
    /// <summary>What went wrong, without what was asked for.</summary>
    public string Reason { get; } = reason;
}
