using GarminConnect.Client;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Accounts;

/// <summary>Puts how a login ended into the words of the contract, with what a person can do about it.</summary>
internal static class LoginAnswers
{
    public static GarminLoginAnswered From(LinkingOutcome outcome) => outcome switch
    {
        LinkingOutcome.Linked linked => new() { Outcome = GarminLoginOutcomes.Linked, UserId = linked.UserId },
        LinkingOutcome.CodeWanted wanted => CodeWanted(wanted),
        LinkingOutcome.Refused refused => From(refused.SignIn),
        LinkingOutcome.WrongCode { MayTryAgain: true } => Answer(
            GarminLoginOutcomes.WrongCode, "Garmin refused the code. It may be tried again until the login expires; if the right one is refused too, log in again."),
        LinkingOutcome.WrongCode => Answer(GarminLoginOutcomes.WrongCode, "Garmin refused the code, and too many were tried. Log in again, which makes Garmin send a new one."),
        LinkingOutcome.UnknownLogin => Answer(GarminLoginOutcomes.UnknownLogin, "No login with this id waits for a code, or it has expired. Log in again."),
        LinkingOutcome.EmailNeeded => Answer(
            GarminLoginOutcomes.EmailNeeded, "email is needed: Garmin's profile does not name one. Send it along with a new ticket, or with the tokens again."),
        LinkingOutcome.NotReadable unreadable => Answer(GarminLoginOutcomes.WrongCredentials, unreadable.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static GarminLoginAnswered From(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.WrongCredentials => Answer(GarminLoginOutcomes.WrongCredentials, "Garmin does not know this user name with this password."),
        SignInOutcome.TicketRefused refused => Answer(GarminLoginOutcomes.WrongCredentials, $"Garmin refused this: {refused.Reason}. Get a new one and try again."),
        SignInOutcome.CaptchaRequired => Answer(GarminLoginOutcomes.CaptchaRequired, "Garmin asks for a CAPTCHA, which only a browser can answer."),
        SignInOutcome.AccountLocked => Answer(GarminLoginOutcomes.AccountLocked, "Garmin has locked the account. Unlock it on Garmin's site, then try again."),
        SignInOutcome.RateLimited limited => new()
        {
            Outcome = GarminLoginOutcomes.RateLimited,
            RetryAt = limited.Until,
            Detail = $"Garmin limits logins of this account. None is sent before {limited.Until:u}, because each one makes the wait longer.",
        },
        SignInOutcome.Blocked blocked => Answer(GarminLoginOutcomes.Blocked, $"Garmin's bot protection refused the login ({blocked.Reason})."),
        SignInOutcome.Unreachable unreachable => Answer(
            GarminLoginOutcomes.GarminUnreachable, $"Garmin Connect could not be reached ({unreachable.Reason}). Nothing was stored; try again later."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static GarminLoginAnswered CodeWanted(LinkingOutcome.CodeWanted wanted) => new()
    {
        Outcome = GarminLoginOutcomes.MfaRequired,
        LoginId = wanted.Login.LoginId,
        MfaMethod = wanted.Mfa.Method,
        ExpiresAt = wanted.Login.ExpiresAt,
        Detail = $"Garmin wants a code{(wanted.Mfa.SentTo is { Length: > 0 } place ? $", sent to {place}" : "")}. Send it with the login_id to POST /api/garmin/login/mfa.",
    };

    private static GarminLoginAnswered Answer(string outcome, string detail) => new() { Outcome = outcome, Detail = detail };
}
