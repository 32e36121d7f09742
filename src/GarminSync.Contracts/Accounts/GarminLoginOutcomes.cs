namespace GarminSync.Contracts;

/// <summary>How an attempt to link a Garmin account ended: values of <see cref="GarminLoginAnswered.Outcome"/>.</summary>
public static class GarminLoginOutcomes
{
    /// <summary>Tokens are stored; the account can be synced.</summary>
    public const string Linked = "linked";

    /// <summary>Garmin does not know this user name with this password; nothing was stored.</summary>
    public const string WrongCredentials = "wrong_credentials";

    /// <summary>Garmin sent a code to the user; see <see cref="GarminLoginAnswered.LoginId"/>.</summary>
    public const string MfaRequired = "mfa_required";

    /// <summary>Garmin refused the MFA code; it may be tried again until the login expires.</summary>
    public const string WrongCode = "wrong_code";

    /// <summary>No login with this id waits for a code, or it has expired.</summary>
    public const string UnknownLogin = "unknown_login";

    /// <summary>Garmin accepted a ticket or tokens, but its profile does not say to which user they belong: the e-mail must be sent along.</summary>
    public const string EmailNeeded = "email_needed";

    /// <summary>Garmin asks for a CAPTCHA, which only a browser can answer.</summary>
    public const string CaptchaRequired = "captcha_required";

    /// <summary>Garmin's bot protection refused the call.</summary>
    public const string Blocked = "blocked";

    /// <summary>Garmin has locked the account.</summary>
    public const string AccountLocked = "account_locked";

    /// <summary>Garmin limits logins of this account until <see cref="GarminLoginAnswered.RetryAt"/>; nothing was retried.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>Garmin Connect did not answer.</summary>
    public const string GarminUnreachable = "garmin_unreachable";

    /// <summary>CentralDB did not answer; nothing was stored.</summary>
    public const string CentralDbUnreachable = "central_db_unreachable";

    /// <summary>The user to whom the account belongs is being erased; nothing was stored.</summary>
    public const string BeingErased = "being_erased";

    /// <summary>The sealed value in the message could not be opened: the sender uses another key file, or the value was sealed for another account or another message.</summary>
    public const string InvalidSecret = "invalid_secret";
}
