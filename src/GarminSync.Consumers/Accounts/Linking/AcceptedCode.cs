using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>What Garmin gave for a code. A code works only once, so this is kept until CentralDB has the tokens.</summary>
/// <param name="Code">The code. Who sends another one does not get the tokens.</param>
/// <param name="Tokens">The tokens.</param>
/// <param name="Profile">The profile; null when it could not be read.</param>
internal sealed record AcceptedCode(string Code, GarminTokens Tokens, GarminProfile? Profile)
{
    public override string ToString() => Tokens.ToString();
}
