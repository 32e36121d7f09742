using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>What Garmin gave for a code. A code works once, so this is kept until it is stored where it belongs.</summary>
/// <param name="Code">The code; only whoever knows it gets what it gave.</param>
/// <param name="Tokens">The tokens.</param>
/// <param name="Profile">Null when it could not be read.</param>
internal sealed record AcceptedCode(string Code, GarminTokens Tokens, GarminProfile? Profile)
{
    public override string ToString() => Tokens.ToString();
}
