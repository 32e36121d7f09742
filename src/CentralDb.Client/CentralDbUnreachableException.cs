namespace CentralDb.Client;

/// <summary>CentralDB could not be asked or failed: try again later.</summary>
internal sealed class CentralDbUnreachableException(string what, string reason, Exception? innerException = null)
    : Exception($"CentralDB did not answer {what}: {reason}.", innerException);
