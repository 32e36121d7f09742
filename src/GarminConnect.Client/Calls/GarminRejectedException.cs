using System.Net;

namespace GarminConnect.Client;

/// <summary>Garmin refused the request, and will refuse the same request again.</summary>
/// <param name="what">What was asked for, in words.</param>
/// <param name="status">The status of the answer.</param>
/// <param name="garminSays">Why, in Garmin's own words; null when it gave none.</param>
public sealed class GarminRejectedException(string what, HttpStatusCode status, string? garminSays = null)
    : GarminException($"Garmin Connect refused {what} (HTTP {(int)status}){(garminSays is null ? "." : $": {garminSays}")}")
{
    /// <summary>Why, in Garmin's own words, at most about 300 characters; null when it gave none, or for calls whose refusals are not read.</summary>
    public string? GarminSays { get; } = garminSays;

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; } = status;
}
