using System.Net;
using System.Text.Json;

namespace GarminSync.Consumers.GarminConnect;

/// <summary>Garmin's answer to a sign-in in the mobile form: either a ticket, or the outcome at which it ends.</summary>
internal readonly record struct MobileAnswer(string? Ticket, SignInOutcome? Outcome)
{
    private const int LongestTicket = 500;

    // Garmin's own blocks last from an hour to a day.
    private static readonly TimeSpan s_pause = TimeSpan.FromHours(1);

    public static async Task<MobileAnswer> ReadAsync(
        HttpResponseMessage response, Func<string, string?, PendingMfa> pending, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var limited = new MobileAnswer(null, new SignInOutcome.RateLimited(RetryAfter.Until(response, now, s_pause)));
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return limited;
        }

        using var body = await LenientJson.ReadAsync(response.Content, cancellationToken);
        if (body is null)
        {
            return new MobileAnswer(null, await WithoutJsonAsync(response, cancellationToken));
        }

        var answer = body.RootElement;
        if (LenientJson.Member(answer, "error") is { } error && LenientJson.Whole(error, "status-code") == 429)
        {
            return limited;
        }

        var type = LenientJson.Member(answer, "responseStatus") is { } status ? LenientJson.Text(status, "type") : null;
        return type == "SUCCESSFUL" && LenientJson.Text(answer, "serviceTicketId") is { Length: > 0 and <= LongestTicket } ticket
            ? new MobileAnswer(ticket, null)
            : new MobileAnswer(null, OutcomeOf(type, answer, pending, response.StatusCode));
    }

    private static SignInOutcome OutcomeOf(string? type, JsonElement answer, Func<string, string?, PendingMfa> pending, HttpStatusCode status) => type switch
    {
        "MFA_REQUIRED" => new SignInOutcome.MfaRequired(Pending(answer, pending)),
        "INVALID_USERNAME_PASSWORD" => new SignInOutcome.WrongCredentials(),
        "CAPTCHA_REQUIRED" => new SignInOutcome.CaptchaRequired(),
        "SUCCESSFUL" => new SignInOutcome.Blocked("Garmin accepted the sign-in but gave no ticket"),
        not null when type.Contains("LOCKED", StringComparison.OrdinalIgnoreCase) => new SignInOutcome.AccountLocked(),
        not null when IsName(type) => new SignInOutcome.Blocked($"Garmin answered the sign-in with {type}"),
        _ => ByStatus(status),
    };

    private static PendingMfa Pending(JsonElement answer, Func<string, string?, PendingMfa> pending)
    {
        var info = LenientJson.Member(answer, "customerMfaInfo") ?? default;
        var method = LenientJson.Text(info, "mfaLastMethodUsed") is { Length: > 0 } named && IsName(named) ? named : "email";
        return pending(method, LenientJson.Text(info, method == "email" ? "email" : "phoneNumber"));
    }

    private static async Task<SignInOutcome> WithoutJsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = response.StatusCode == HttpStatusCode.BadRequest ? await response.Content.ReadAsStringAsync(cancellationToken) : "";
        return text.Contains("captcha", StringComparison.OrdinalIgnoreCase) ? new SignInOutcome.CaptchaRequired() : ByStatus(response.StatusCode);
    }

    private static SignInOutcome ByStatus(HttpStatusCode status) => status >= HttpStatusCode.InternalServerError
        ? new SignInOutcome.Unreachable($"its sign-in server failed (HTTP {(int)status})")
        : new SignInOutcome.Blocked($"its sign-in server gave no answer that an app understands (HTTP {(int)status})");

    private static bool IsName(string type) => type.Length <= 60 && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
