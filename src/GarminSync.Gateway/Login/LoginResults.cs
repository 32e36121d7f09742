using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GarminSync.Gateway.Login;

/// <summary>
/// What each outcome of a login is over HTTP. The sentence is the consumers'; the gateway adds the status, the bodies that are fixed, and what it alone knows:
/// its other calls and its own configuration.
/// </summary>
internal static class LoginResults
{
    private const string OtherWays =
        "There are two other ways in: POST /api/garmin/login/tokens with a token file (garmin_tokens.json) of another client, "
        + "or POST /api/garmin/login/ticket with a service ticket taken from a browser that is logged in to Garmin Connect.";

    public static IResult ToResult(this GarminLoginAnswered answer) => answer.Outcome switch
    {
        GarminLoginOutcomes.Linked => new AccountLinked(answer.UserId),
        GarminLoginOutcomes.MfaRequired => TypedResults.Accepted((string?)null, MfaRequired(answer)),
        GarminLoginOutcomes.WrongCredentials or GarminLoginOutcomes.WrongCode => Refused(StatusCodes.Status401Unauthorized, answer),
        GarminLoginOutcomes.AccountLocked => Refused(StatusCodes.Status403Forbidden, answer),
        GarminLoginOutcomes.UnknownLogin => Refused(StatusCodes.Status404NotFound, answer),
        GarminLoginOutcomes.BeingErased => Refused(StatusCodes.Status409Conflict, answer),
        GarminLoginOutcomes.CaptchaRequired or GarminLoginOutcomes.Blocked =>
            new Refusal(StatusCodes.Status503ServiceUnavailable, $"{Sentence(answer)} {OtherWays}") { Reason = answer.Outcome },
        GarminLoginOutcomes.EmailNeeded => EmailNeeded(),
        GarminLoginOutcomes.RateLimited => FixedRefusals.RateLimited(answer.RetryAt),
        GarminLoginOutcomes.GarminUnreachable => Outages.Garmin,
        GarminLoginOutcomes.CentralDbUnreachable => Outages.CentralDb,
        GarminLoginOutcomes.InvalidSecret => new Refusal(
            StatusCodes.Status500InternalServerError,
            "The consumers cannot open what the gateway sealed: the two use different key files, or the consumers are of an older version. Give both the same Secrets:KeyFile and the same version."),
        _ => new Refusal(
            StatusCodes.Status500InternalServerError,
            answer.Detail ?? $"The consumers answered '{answer.Outcome}', which this gateway does not know. Update it."),
    };

    private static Refusal Refused(int status, GarminLoginAnswered answer) => new(status, Sentence(answer)) { Reason = answer.Outcome };

    // The contract has a detail for all of these; a foreign answer may lack it.
    private static string Sentence(GarminLoginAnswered answer) => answer.Detail ?? $"The login ended as '{answer.Outcome}'. Log in again.";

    // In the form of the other 422s: an error of a field that the body may have.
    private static ProblemHttpResult EmailNeeded()
    {
        var errors = new FieldErrors();
        errors.Add("email", "is needed, because Garmin's profile does not name one; a ticket is used up and must be a new one");
        return errors.ToProblem();
    }

    private static MfaRequiredAnswer MfaRequired(GarminLoginAnswered answer) => new()
    {
        Message = answer.Detail ?? "Send the code with the login_id to POST /api/garmin/login/mfa.",
        LoginId = answer.LoginId ?? "",
        Method = answer.MfaMethod ?? "email",
        ExpiresAt = answer.ExpiresAt,
    };
}
