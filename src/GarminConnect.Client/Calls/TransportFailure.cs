using System.Net.Sockets;

namespace GarminConnect.Client;

/// <summary>Recognises failures of the connection, and describes them without addresses or queries, which may be secret.</summary>
internal static class TransportFailure
{
    public static bool Is(Exception exception) => exception switch
    {
        // The second when a body is read: see AnswerBody. A bare IOException is the local disk's.
        HttpRequestException or HttpIOException => true,
        IOException { InnerException: SocketException } => true,
        _ => false,
    };

    /// <summary>Whether the failure came before anything could be sent.</summary>
    public static bool IsNoConnection(Exception? exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
    };

    public static string Describe(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its host name was not found",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the connection could not be made",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"the secure connection could not be made: {exception.GetBaseException().Message.TrimEnd('.')}",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "its answer was too large",
        _ => "the connection broke",
    };
}
