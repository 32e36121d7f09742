using System.Net;

namespace GarminConnect.Client;

/// <summary>Garmin refused the request, and will refuse the same request again.</summary>
/// <param name="what">What was asked for, in words.</param>
/// <param name="status">The status of the answer.</param>
public sealed class GarminRejectedException(string what, HttpStatusCode status) : GarminException($"Garmin Connect refused {what} (HTTP {(int)status}).")
{
    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; } = status;
}
