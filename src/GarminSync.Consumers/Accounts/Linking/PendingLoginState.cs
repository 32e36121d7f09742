using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>The secret part of a <see cref="PendingLogin"/>.</summary>
/// <param name="UserName">As it was typed.</param>
/// <param name="Password">To be stored when the login succeeds.</param>
/// <param name="Mfa">What Garmin needs to know its session by.</param>
/// <param name="Accepted">Once Garmin has taken the code: what is left is to store it.</param>
internal sealed record PendingLoginState(string UserName, string Password, PendingMfa Mfa, AcceptedCode? Accepted = null)
{
    public override string ToString() => Mfa.ToString();
}
