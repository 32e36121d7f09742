using System.Globalization;

namespace GarminSync.Gateway.Errors;

/// <summary>An answer that is not a success: problem details, or one of the bodies that are fixed byte for byte.</summary>
internal sealed record Refusal(int Status, string Detail) : IResult
{
    private const int DefaultRetryAfterSeconds = 60;

    /// <summary>Writes <c>{"detail": "…"}</c> and nothing else, as the original did.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Why, as a word for programs; becomes <c>reason</c>. The bodies that are fixed do not have it.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC time from which the call may succeed; becomes <c>Retry-After</c>. A 429 always has that header.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RetryAt is not null || Status == StatusCodes.Status429TooManyRequests)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds(httpContext).ToString(CultureInfo.InvariantCulture);
        }

        return IsFixed
            ? ExactJson.WriteAsync(httpContext, Status, $$"""{"detail": "{{Detail}}"}""")
            : TypedResults.Problem(Detail, statusCode: Status, extensions: Reason is null ? null : [new("reason", Reason)]).ExecuteAsync(httpContext);
    }

    private long RetryAfterSeconds(HttpContext httpContext)
    {
        var now = httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return RetryAt is { } retryAt ? Math.Max(1, (long)Math.Ceiling((retryAt - now).TotalSeconds)) : DefaultRetryAfterSeconds;
    }
}
