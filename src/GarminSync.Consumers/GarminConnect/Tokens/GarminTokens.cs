namespace GarminSync.Consumers.GarminConnect;

/// <summary>What Garmin's token server gave for one account.</summary>
/// <param name="AccessToken">The bearer of data calls; a JWT.</param>
/// <param name="RefreshToken">Opaque; works once, each refresh gives the next.</param>
/// <param name="ClientId">The client id that must be used for the refresh.</param>
/// <param name="AccessTokenExpiresAt">UTC.</param>
internal sealed record GarminTokens(string AccessToken, string RefreshToken, string ClientId, DateTimeOffset AccessTokenExpiresAt)
{
    /// <summary>Says when the tokens expire, and nothing of what they are.</summary>
    public override string ToString() => $"Garmin tokens, access until {AccessTokenExpiresAt:u}";
}
