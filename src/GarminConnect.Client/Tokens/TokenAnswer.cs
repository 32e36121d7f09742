using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>Reads a success of the token server.</summary>
internal static class TokenAnswer
{
    private static readonly TimeSpan s_longestLife = TimeSpan.FromDays(60);
    private static readonly TimeSpan s_unknownLife = TimeSpan.FromHours(1);

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
        var life = LenientJson.Number(answer, "expires_in") is > 0 and { } seconds && seconds <= s_longestLife.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : (TimeSpan?)null;
        return new GarminTokens(
            accessToken!, refreshToken, claims.ClientId ?? clientId, now + life ?? Plausible(claims.ExpiresAt, now) ?? now + s_unknownLife);
    }

    private static DateTimeOffset? Plausible(DateTimeOffset? expiresAt, DateTimeOffset now) =>
        expiresAt > now && expiresAt <= now + s_longestLife ? expiresAt : null;
}
