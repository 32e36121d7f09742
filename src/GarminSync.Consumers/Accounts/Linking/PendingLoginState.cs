using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>The secret part of a <see cref="PendingLogin"/>.</summary>
/// <param name="UserName">As it was typed.</param>
/// <param name="Password">Is stored when the login succeeds.</param>
/// <param name="Mfa">What identifies the session at Garmin.</param>
/// <param name="Accepted">What Garmin gave for the code, once it took it, and what is still to be stored.</param>
internal sealed record PendingLoginState(string UserName, string Password, PendingMfa Mfa, AcceptedCode? Accepted = null)
{
    public override string ToString() => Mfa.ToString();
}
