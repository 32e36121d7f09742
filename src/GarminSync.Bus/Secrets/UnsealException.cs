namespace GarminSync.Bus.Secrets;

/// <summary>A sealed value could not be opened. The message says why, and never holds the value.</summary>
public sealed class UnsealException : Exception
{
    public UnsealException()
    {
    }

    public UnsealException(string message)
        : base(message)
    {
    }

    public UnsealException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
