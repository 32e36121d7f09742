namespace GarminConnect.Client;

/// <summary>How a sign-in ended. A program must not answer any of them with another try: Garmin counts tries, and those during a block prolong it.</summary>
/// <remarks>Source: docs/garmin-connect.md, sections 2.2 and 2.3.</remarks>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The account is signed in.</summary>
    /// <param name="Tokens">New tokens, which Garmin's data server has accepted unless <paramref name="Profile"/> is null.</param>
    /// <param name="Profile">Null when the profile could not be read just now.</param>
    public sealed record SignedIn(GarminTokens Tokens, GarminProfile? Profile) : SignInOutcome;

    /// <summary>E-mail address or password is wrong.</summary>
    public sealed record WrongCredentials : SignInOutcome;

    /// <summary>Garmin sent a code, or expects one of an authenticator. A new sign-in would make that code worthless.</summary>
    /// <param name="Pending">To be handed to <see cref="GarminSignIn.SubmitCodeAsync"/> with the code.</param>
    public sealed record MfaRequired(PendingMfa Pending) : SignInOutcome;

    /// <summary>Garmin refused the code. Another one may be sent.</summary>
    /// <param name="Pending">Replaces the pending sign-in with which the code was sent.</param>
    public sealed record WrongCode(PendingMfa Pending) : SignInOutcome;

    /// <summary>Garmin wants a CAPTCHA solved. A person can do that in a browser and take a service ticket from there.</summary>
    public sealed record CaptchaRequired : SignInOutcome;

    /// <summary>Garmin has locked the account; its owner unlocks it at Garmin.</summary>
    public sealed record AccountLocked : SignInOutcome;

    /// <summary>Garmin limits the sign-ins of this account.</summary>
    /// <param name="Until">Each try before then prolongs the block; UTC.</param>
    public sealed record RateLimited(DateTimeOffset Until) : SignInOutcome;

    /// <summary>Garmin's bot protection, or an answer that is not known.</summary>
    /// <param name="Reason">What was met, for a person.</param>
    public sealed record Blocked(string Reason) : SignInOutcome;

    /// <summary>The service ticket or the tokens of another client were refused: used, too old, or of another service. A ticket lives a minute or two.</summary>
    /// <param name="Reason">What was refused, for a person.</param>
    public sealed record TicketRefused(string Reason) : SignInOutcome;

    /// <summary>Garmin gave no usable answer. The account and the password may be right.</summary>
    /// <param name="Reason">What went wrong, as the end of a sentence that begins with Garmin.</param>
    public sealed record Unreachable(string Reason) : SignInOutcome;
}
