using GarminSync.Consumers.GarminConnect;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Accounts;

/// <summary>Puts what Garmin said into the words of the contract, with what a person can do about it.</summary>
internal static class LoginAnswers
{
    public static GarminLoginAnswered From(LinkingOutcome outcome) => outcome.SignIn switch
    {
        SignInOutcome.SignedIn => new() { Outcome = GarminLoginOutcomes.Linked, UserId = outcome.UserId },
        SignInOutcome.WrongCredentials => new()
        {
            Outcome = GarminLoginOutcomes.WrongCredentials,
            Detail = "Garmin does not know this user name with this password.",
        },
        SignInOutcome.MfaRequired mfa => new()
        {
            Outcome = GarminLoginOutcomes.MfaRequired,
            MfaMethod = mfa.Pending.Method,
            Detail = "The account has two-step verification, whose second step this version cannot take yet.",
        },
        SignInOutcome.CaptchaRequired => new()
        {
            Outcome = GarminLoginOutcomes.CaptchaRequired,
            Detail = "Garmin asks for a CAPTCHA, which only a browser can answer. Log in with a browser first and try again later.",
        },
        SignInOutcome.AccountLocked => new()
        {
            Outcome = GarminLoginOutcomes.AccountLocked,
            Detail = "Garmin has locked the account. Unlock it on Garmin's site, then try again.",
        },
        SignInOutcome.RateLimited limited => new()
        {
            Outcome = GarminLoginOutcomes.RateLimited,
            RetryAt = limited.Until,
            Detail = $"Garmin limits logins of this account. Trying again before {limited.Until:u} makes the wait longer.",
        },
        SignInOutcome.Blocked blocked => new()
        {
            Outcome = GarminLoginOutcomes.Blocked,
            Detail = $"Garmin's bot protection refused the login ({blocked.Reason}).",
        },
        SignInOutcome.Unreachable unreachable => new()
        {
            Outcome = GarminLoginOutcomes.GarminUnreachable,
            Detail = $"Garmin Connect could not be reached ({unreachable.Reason}). Nothing was stored; try again later.",
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
