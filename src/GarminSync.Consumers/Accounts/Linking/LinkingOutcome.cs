using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>How an attempt to link an account ended.</summary>
internal abstract record LinkingOutcome
{
    private LinkingOutcome()
    {
    }

    /// <summary>Tokens are stored; the account can be synced.</summary>
    internal sealed record Linked(string UserId, string UserName) : LinkingOutcome;

    /// <summary>Garmin wants a code; the login waits for it.</summary>
    internal sealed record CodeWanted(PendingLogin Login, PendingMfa Mfa) : LinkingOutcome;

    /// <summary>Garmin did not let us in.</summary>
    internal sealed record Refused(SignInOutcome SignIn) : LinkingOutcome;

    /// <summary>Garmin refused the code.</summary>
    internal sealed record WrongCode(bool MayTryAgain) : LinkingOutcome;

    /// <summary>No such login waits for a code.</summary>
    internal sealed record UnknownLogin : LinkingOutcome;

    /// <summary>Garmin accepted the ticket or tokens, but its profile does not say which user they belong to.</summary>
    internal sealed record EmailNeeded : LinkingOutcome;

    /// <summary>What was sent as a ticket or a token file is none.</summary>
    internal sealed record NotReadable(string Reason) : LinkingOutcome;
}
