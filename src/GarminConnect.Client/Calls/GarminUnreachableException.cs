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

    /// <summary>True when it was the token server or the sign-in that gave no usable answer: the data server may well be there.</summary>
    public bool ConcernsTokens { get; init; }

    /// <summary>True when the data server refuses tokens that the token server has just given: that is about this account.</summary>
    public bool RefusesTokens { get; init; }

    /// <summary>True when no connection came about: its name was not found, nobody listens there, or its certificate is not trusted. Then nothing at Garmin can be asked.</summary>
    public bool IsNoConnection { get; } = TransportFailure.IsNoConnection(innerException);

    /// <summary>True when the connection failed, before or on the way of the answer; false when Garmin's server answered that it failed, or did not answer in time.</summary>
    public bool BrokeOff { get; } = innerException is not null && TransportFailure.Is(innerException);
}
