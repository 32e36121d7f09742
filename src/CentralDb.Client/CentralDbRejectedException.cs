using System.Net;

namespace CentralDb.Client;

/// <summary>CentralDB refused the request: the same request again will be refused again.</summary>
/// <param name="detail">What CentralDB says is wrong; null when it does not say, or when it could repeat a secret.</param>
internal sealed class CentralDbRejectedException(string what, HttpStatusCode status, string? detail)
    : Exception($"CentralDB refused {what} (HTTP {(int)status}){(detail is null ? "" : $": {detail}")}")
{
    public HttpStatusCode Status { get; } = status;

    public string? Detail { get; } = detail;
}
