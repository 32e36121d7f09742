using System.Net;

namespace GarminSync.Web.Api;

/// <summary>Why the API did not do what it was asked.</summary>
public sealed record ApiProblem
{
    /// <summary>The status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What is wrong and what to do, in the API's words.</summary>
    public required string Detail { get; init; }

    /// <summary>A word for programs, such as <c>captcha_required</c>; null when the API gives none.</summary>
    public string? Reason { get; init; }

    /// <summary>What is wrong with which member of the body or query; empty when that is not the trouble.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>UTC time from which the call may succeed; null when the API names none.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
