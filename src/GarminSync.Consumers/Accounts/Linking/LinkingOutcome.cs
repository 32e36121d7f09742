using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>How far an attempt to link an account came.</summary>
internal abstract record LinkingOutcome
{
    private LinkingOutcome()
    {
    }

    /// <summary>Tokens are stored; the account can be synced.</summary>
    internal sealed record Linked(string UserId, string UserName) : LinkingOutcome;

    /// <summary>Garmin let us in; the tokens are still to be stored. Not an end: no attempt is answered with it.</summary>
    internal sealed record SignedIn(GarminTokens Tokens, GarminProfile? Profile) : LinkingOutcome;

    /// <summary>Garmin wants a code; the login waits for it.</summary>
    internal sealed record CodeWanted(PendingLogin Login, PendingMfa Mfa) : LinkingOutcome;

    /// <summary>Garmin did not let us in.</summary>
    internal sealed record Refused(SignInOutcome SignIn) : LinkingOutcome;

    /// <summary>Garmin refused the code.</summary>
    internal sealed record WrongCode(bool MayTryAgain) : LinkingOutcome;

    /// <summary>No login with this id waits for a code.</summary>
    internal sealed record UnknownLogin : LinkingOutcome;

    /// <summary>Garmin accepted the ticket or the tokens, but its profile does not say whose they are.</summary>
    internal sealed record EmailNeeded : LinkingOutcome;

    /// <summary>The user is being erased; nothing was stored.</summary>
    internal sealed record BeingErased(string UserId) : LinkingOutcome;

    /// <summary>The text that was sent is not a ticket, or not a token file.</summary>
    internal sealed record NotReadable(string Reason) : LinkingOutcome;
}
