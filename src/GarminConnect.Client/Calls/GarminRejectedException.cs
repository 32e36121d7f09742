using System.Net;

namespace GarminConnect.Client;

/// <summary>Garmin refused the request for good: the same request again will be refused again.</summary>
internal sealed class GarminRejectedException(string what, HttpStatusCode status)
    : Exception($"Garmin Connect refused {what} (HTTP {(int)status}).")
{
    public HttpStatusCode Status { get; } = status;
}
