using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>The credentials of one account, unsealed.</summary>
/// <param name="UserName">Garmin user name.</param>
/// <param name="Password">Null when the account was linked without one (token import, service ticket).</param>
/// <param name="Tokens">The tokens.</param>
internal sealed record LinkedCredentials(string UserName, string? Password, GarminTokens Tokens)
{
    /// <summary>Names the account and nothing secret.</summary>
    public override string ToString() => $"Garmin credentials of {UserName}, {Tokens}";
}
