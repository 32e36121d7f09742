using System.Net;

namespace CentralDb.Client;

/// <summary>CentralDB refused the request. The same request will be refused again.</summary>
/// <remarks>The message names the call, the status and the detail.</remarks>
/// <param name="what">The call, as it reads after "refused".</param>
/// <param name="status">The status of the answer.</param>
/// <param name="detail">What CentralDB says is wrong. Null when it does not say, or when it could repeat a secret.</param>
public sealed class CentralDbRejectedException(string what, HttpStatusCode status, string? detail)
    : Exception($"CentralDB refused {what} (HTTP {(int)status}){(detail is null ? "" : $": {detail}")}")
{
    /// <summary>The status of the answer: one below 500, and neither 408 nor 429.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>What CentralDB says is wrong, in its own words, cut after 500 characters. Null when it does not say, or when it could repeat a secret.</summary>
    public string? Detail { get; } = detail;
}
