namespace GarminConnect.Client;

/// <summary>How a sign-in ended. None of the outcomes may be answered by another try of the machine: Garmin counts them.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <param name="Tokens">New tokens.</param>
    /// <param name="Profile">Null when Garmin accepted the tokens but the profile could not be read just now.</param>
    internal sealed record SignedIn(GarminTokens Tokens, GarminProfile? Profile) : SignInOutcome;

    internal sealed record WrongCredentials : SignInOutcome;

    /// <summary>Garmin sent a code, or expects one of an authenticator. Another sign-in would make that code worthless.</summary>
    internal sealed record MfaRequired(PendingMfa Pending) : SignInOutcome;

    /// <summary>Garmin refused the code. Another may be sent with what is pending now, which replaces what was.</summary>
    internal sealed record WrongCode(PendingMfa Pending) : SignInOutcome;

    internal sealed record CaptchaRequired : SignInOutcome;

    internal sealed record AccountLocked : SignInOutcome;

    /// <summary>Each further try before <paramref name="Until"/> prolongs the block.</summary>
    internal sealed record RateLimited(DateTimeOffset Until) : SignInOutcome;

    /// <summary>Garmin's protection against bots, or an answer that nobody knows.</summary>
    internal sealed record Blocked(string Reason) : SignInOutcome;

    /// <summary>The service ticket was not accepted: used, older than a minute or two, or of another service.</summary>
    internal sealed record TicketRefused(string Reason) : SignInOutcome;

    internal sealed record Unreachable(string Reason) : SignInOutcome;
}
