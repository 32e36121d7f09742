namespace GarminConnect.Client;

/// <summary>A call to Garmin Connect that brought nothing. Each kind stands for what to do next.</summary>
/// <remarks>Messages have no body, token, address or query in them, but for the sentence in which Garmin says why it refuses a workout. Source: docs/garmin-connect.md, section 4.1.</remarks>
#pragma warning disable RCS1194 // The usual constructors would let others add kinds, and nobody would know what to do next.
public abstract class GarminException : Exception
#pragma warning restore RCS1194
{
    private protected GarminException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
