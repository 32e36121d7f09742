using System.Net;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>Reads the answers of the mobile and the portal form, which are the same.</summary>
internal static class JsonSignInAnswer
{
    /// <summary>The answer to user name and password.</summary>
    /// <param name="pending">Makes the pending sign-in. It is given the method by which Garmin sends the code, and where to.</param>
    public static Task<SignInAnswer> ReadAsync(
        HttpResponseMessage response, Func<string, string?, PendingMfa> pending, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync(response, now, (type, answer) => OutcomeOf(type, answer, pending), cancellationToken);

    /// <summary>The answer to a code. What each refusal means is not known, so any with a type counts as a wrong code, after which another may be sent.</summary>
    public static Task<SignInAnswer> ReadCodeAsync(
        HttpResponseMessage response, PendingMfa pending, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync(response, now, (type, _) => IsLocked(type) ? new SignInOutcome.AccountLocked() : new SignInOutcome.WrongCode(pending), cancellationToken);

    private static async Task<SignInAnswer> ReadAsync(
        HttpResponseMessage response, DateTimeOffset now, Func<string, JsonElement, SignInOutcome> outcomeOf, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return SignInAnswer.RateLimited(response, now);
        }

        using var body = await LenientJson.ReadAsync(response.Content, cancellationToken);
        if (body is null)
        {
            return await WithoutJsonAsync(response, now, cancellationToken);
        }

        var answer = body.RootElement;
        if (LenientJson.Member(answer, "error") is { } error && LenientJson.Whole(error, "status-code") == 429)
        {
            return SignInAnswer.RateLimited(response, now);
        }

        return (LenientJson.Member(answer, "responseStatus") is { } status ? LenientJson.Text(status, "type") : null) switch
        {
            "SUCCESSFUL" when LenientJson.Text(answer, "serviceTicketId") is { } ticket && SignInAnswer.IsTicket(ticket) => SignInAnswer.WithTicket(ticket),
            "SUCCESSFUL" => new SignInOutcome.Blocked("Garmin accepted the sign-in but gave no ticket"),
            { } type when IsName(type) => outcomeOf(type, answer),
            _ => SignInAnswer.ByStatus(response, now),
        };
    }

    private static SignInOutcome OutcomeOf(string type, JsonElement answer, Func<string, string?, PendingMfa> pending) => type switch
    {
        "MFA_REQUIRED" => new SignInOutcome.MfaRequired(Pending(answer, pending)),
        "INVALID_USERNAME_PASSWORD" => new SignInOutcome.WrongCredentials(),
        "CAPTCHA_REQUIRED" => new SignInOutcome.CaptchaRequired(),
        _ when IsLocked(type) => new SignInOutcome.AccountLocked(),
        _ => new SignInOutcome.Blocked($"Garmin answered the sign-in with {type}"),
    };

    private static PendingMfa Pending(JsonElement answer, Func<string, string?, PendingMfa> pending)
    {
        var info = LenientJson.Member(answer, "customerMfaInfo") ?? default;
        var method = LenientJson.Text(info, "mfaLastMethodUsed") is { Length: > 0 } named && IsName(named) ? named : "email";
        return pending(method, LenientJson.Text(info, method == "email" ? "email" : "phoneNumber"));
    }

    private static async Task<SignInOutcome> WithoutJsonAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = response.StatusCode == HttpStatusCode.BadRequest ? await response.Content.ReadAsStringAsync(cancellationToken) : "";
        return text.Contains("captcha", StringComparison.OrdinalIgnoreCase) ? new SignInOutcome.CaptchaRequired() : SignInAnswer.ByStatus(response, now);
    }

    private static bool IsLocked(string type) => type.Contains("LOCKED", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string type) => type.Length <= 60 && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
