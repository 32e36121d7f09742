using System.Net;

namespace GarminConnect.Client;

/// <summary>Garmin's answer to one form: a ticket, or an outcome without one.</summary>
internal readonly record struct SignInAnswer(string? Ticket, SignInOutcome? Outcome)
{
    private const int LongestTicket = 500;

    // Garmin's own blocks last from an hour to a day.
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public static SignInAnswer WithTicket(string ticket) => new(ticket, null);

    /// <summary>Whether the text looks like a ticket. Anything else would cost a request that the token server refuses.</summary>
    public static bool IsTicket(string? text) =>
        text is { Length: > 3 and <= LongestTicket } && text.StartsWith("ST-", StringComparison.Ordinal) && text.All(c => c is > ' ' and < '\u007f');

    public static SignInOutcome RateLimited(HttpResponseMessage response, DateTimeOffset now) =>
        new SignInOutcome.RateLimited(RetryAfter.Until(response, now, Pause));

    /// <summary>The outcome by the HTTP status alone, for a body that says nothing that is known.</summary>
    public static SignInOutcome ByStatus(HttpResponseMessage response, DateTimeOffset now) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => RateLimited(response, now),
        >= HttpStatusCode.InternalServerError => new SignInOutcome.Unreachable($"its sign-in server failed (HTTP {(int)response.StatusCode})"),
        _ => new SignInOutcome.Blocked($"its sign-in server gave no answer that an app understands (HTTP {(int)response.StatusCode})"),
    };

    public static implicit operator SignInAnswer(SignInOutcome outcome) => new(null, outcome);

    public override string ToString() => Outcome?.ToString() ?? "A service ticket";
}
