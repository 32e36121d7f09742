using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GarminSync.Gateway.Login;

/// <summary>What each outcome of a login is over HTTP.</summary>
internal static class LoginAnswers
{
    private const string OtherWays =
        "There are two other ways in: POST /api/garmin/login/tokens with a token file (garmin_tokens.json) of another client, "
        + "or POST /api/garmin/login/ticket with a service ticket taken from a browser that is logged in to Garmin Connect.";

    public static IResult ToResult(this GarminLoginAnswered answer) => answer.Outcome switch
    {
        GarminLoginOutcomes.Linked => new AccountLinked(answer.UserId),
        GarminLoginOutcomes.MfaRequired => TypedResults.Accepted((string?)null, MfaRequired(answer)),
        GarminLoginOutcomes.WrongCredentials => new Refusal(401, answer.Detail ?? "Garmin refused these credentials. Get new ones and try again."),
        GarminLoginOutcomes.WrongCode => new Refusal(401, answer.Detail ?? "Garmin refused the code. It may be tried again until the login expires."),
        GarminLoginOutcomes.UnknownLogin => new Refusal(404, answer.Detail ?? "No login with this id waits for a code, or it has expired. Log in again."),
        GarminLoginOutcomes.EmailNeeded => EmailNeeded(),
        GarminLoginOutcomes.CaptchaRequired => new Refusal(503, $"Garmin asks for a CAPTCHA, which only a browser can answer. {OtherWays}"),
        GarminLoginOutcomes.Blocked => new Refusal(503, $"Garmin's bot protection refused the login. {OtherWays}"),
        GarminLoginOutcomes.AccountLocked => new Refusal(403, answer.Detail ?? "Garmin has locked this account. Unlock it at connect.garmin.com, then log in again."),
        GarminLoginOutcomes.RateLimited => FixedRefusals.RateLimited(answer.RetryAt),
        GarminLoginOutcomes.GarminUnreachable => Outages.Garmin,
        GarminLoginOutcomes.CentralDbUnreachable => Outages.CentralDb,
        GarminLoginOutcomes.InvalidSecret => new Refusal(
            500, "The consumers cannot open what the gateway sealed: the two use different key files. Give both the same Secrets:KeyFile."),
        _ => new Refusal(500, answer.Detail ?? $"The consumers answered '{answer.Outcome}', which this gateway does not know. Update it."),
    };

    private static ProblemHttpResult EmailNeeded()
    {
        var errors = new FieldErrors();
        errors.Add("email", "is needed, because Garmin's profile does not name one; a ticket is used up and must be a new one");
        return errors.ToProblem();
    }

    private static MfaRequiredAnswer MfaRequired(GarminLoginAnswered answer) => new()
    {
        Message = answer.Detail ?? "Garmin sent a code. Send it with the login_id to POST /api/garmin/login/mfa.",
        LoginId = answer.LoginId ?? "",
        Method = answer.MfaMethod ?? "email",
        ExpiresAt = answer.ExpiresAt,
    };
}
