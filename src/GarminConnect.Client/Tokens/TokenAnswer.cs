using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>Reads a success of the token server.</summary>
internal static class TokenAnswer
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(60);
    private static readonly TimeSpan UnknownLife = TimeSpan.FromHours(1);

    /// <summary>The tokens of the answer, or null when it has none.</summary>
    /// <param name="previousRefreshToken">Stays in use when the answer brings no new one; null for the first tokens of a ticket.</param>
    public static GarminTokens? Read(JsonElement answer, string clientId, string? previousRefreshToken, DateTimeOffset now)
    {
        var accessToken = LenientJson.Text(answer, "access_token");
        var refreshToken = LenientJson.Text(answer, "refresh_token") is { Length: > 0 } given ? given : previousRefreshToken;
        if (!GarminTokens.IsSendable(accessToken) || refreshToken is null)
        {
            return null;
        }

        var claims = TokenClaims.Read(accessToken!);
        var life = LenientJson.Number(answer, "expires_in") is > 0 and { } seconds && seconds <= LongestLife.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : (TimeSpan?)null;
        return new GarminTokens(
            accessToken!, refreshToken, claims.ClientId ?? clientId, now + life ?? Plausible(claims.ExpiresAt, now) ?? now + UnknownLife);
    }

    private static DateTimeOffset? Plausible(DateTimeOffset? expiresAt, DateTimeOffset now) =>
        expiresAt > now && expiresAt <= now + LongestLife ? expiresAt : null;
}
