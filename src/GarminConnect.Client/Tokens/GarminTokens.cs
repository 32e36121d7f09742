namespace GarminConnect.Client;

/// <summary>What Garmin's token server gave for one account.</summary>
/// <param name="AccessToken">The bearer of data calls; a JWT.</param>
/// <param name="RefreshToken">Opaque; works once, each refresh gives the next.</param>
/// <param name="ClientId">The client id that must be used for the refresh.</param>
/// <param name="AccessTokenExpiresAt">UTC.</param>
internal sealed record GarminTokens(string AccessToken, string RefreshToken, string ClientId, DateTimeOffset AccessTokenExpiresAt)
{
    /// <summary>Tokens as a store keeps them, which has no place for the client id: it is a claim of the access token (protocol, section 3.2).</summary>
    /// <param name="accessToken">The bearer.</param>
    /// <param name="refreshToken">Its refresh token.</param>
    /// <param name="expiresAt">UTC; null: what the access token claims, and with no claim, already.</param>
    public static GarminTokens FromStored(string accessToken, string refreshToken, DateTimeOffset? expiresAt)
    {
        var claims = TokenClaims.Read(accessToken);
        return new GarminTokens(
            accessToken, refreshToken, claims.ClientId ?? GarminAddresses.DefaultClientIds[0], expiresAt ?? claims.ExpiresAt ?? DateTimeOffset.UnixEpoch);
    }

    /// <summary>Tokens as another client wrote them, without an expiry; null when they cannot be sent.</summary>
    public static GarminTokens? FromFile(string? accessToken, string? refreshToken, string? clientId)
    {
        if (!IsSendable(accessToken) || !IsSendable(refreshToken) || !IsSendable(clientId) || accessToken!.Split('.').Length != 3)
        {
            return null;
        }

        var claims = TokenClaims.Read(accessToken);
        return new GarminTokens(accessToken, refreshToken!, claims.ClientId ?? clientId!, claims.ExpiresAt ?? DateTimeOffset.UnixEpoch);
    }

    /// <summary>Whether a token can stand in a header.</summary>
    public static bool IsSendable(string? token) => token is { Length: > 0 } && token.All(c => c is > ' ' and < '\u007f');

    /// <summary>Says when the tokens expire, and nothing of what they are.</summary>
    public override string ToString() => $"Garmin tokens, access until {AccessTokenExpiresAt:u}";
}
