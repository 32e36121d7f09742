namespace GarminSync.Gateway.UserTokens;

/// <summary>A user's new token.</summary>
/// <param name="Token">Shown this once: only its hash is kept.</param>
/// <param name="UserId">CentralDB's id of the user.</param>
/// <param name="ExpiresAt">UTC time at which it ends by itself; null for never.</param>
internal sealed record TokenAnswer(string Token, string UserId, DateTimeOffset? ExpiresAt)
{
    // A record prints its members; this one holds a token.
    public override string ToString() => nameof(TokenAnswer);
}
