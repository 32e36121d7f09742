using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>What Garmin's token server gave for one account. Secret: whoever has them can read the account.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 3.2.</remarks>
/// <param name="AccessToken">Sent with each data call; a JWT.</param>
/// <param name="RefreshToken">Buys the next tokens; works once.</param>
/// <param name="ClientId">The client id to which the refresh token belongs.</param>
/// <param name="AccessTokenExpiresAt">When the access token expires; UTC.</param>
public sealed record GarminTokens(string AccessToken, string RefreshToken, string ClientId, DateTimeOffset AccessTokenExpiresAt)
{
    private static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(15);

    /// <summary>Tokens from a store that does not keep the client id: that is a claim of the access token (docs/garmin-connect.md, section 3.2).</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="refreshToken">Its refresh token.</param>
    /// <param name="expiresAt">When the access token expires; UTC. Null: as it claims, and without a claim it counts as expired.</param>
    public static GarminTokens FromStored(string accessToken, string refreshToken, DateTimeOffset? expiresAt)
    {
        var claims = TokenClaims.Read(accessToken);
        return new GarminTokens(
            accessToken, refreshToken, claims.ClientId ?? GarminAddresses.DefaultClientIds[0], expiresAt ?? claims.ExpiresAt ?? DateTimeOffset.UnixEpoch);
    }

    /// <summary>
    /// Tokens as python-garminconnect keeps them in <c>garmin_tokens.json</c>: an object with <c>di_token</c>, <c>di_refresh_token</c> and <c>di_client_id</c>.
    /// </summary>
    /// <remarks>Source: docs/garmin-connect.md, section 3.4. Of tokens that are in use in two places, the second refresh fails.</remarks>
    /// <param name="json">The contents of the file.</param>
    /// <returns>Null when it is no such file, or when a token in it cannot be one.</returns>
    public static GarminTokens? FromFile(string json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            return Read(
                LenientJson.Text(file.RootElement, "di_token"), LenientJson.Text(file.RootElement, "di_refresh_token"), LenientJson.Text(file.RootElement, "di_client_id"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a session renews them before its next call: less than 15 minutes are left of the access token.</summary>
    /// <param name="now">The time; UTC.</param>
    public bool AreDue(DateTimeOffset now) => AccessTokenExpiresAt <= now + RenewalMargin;

    /// <summary>Says when the tokens expire, and nothing of what they are.</summary>
    public override string ToString() => $"Garmin tokens, access until {AccessTokenExpiresAt:u}";

    /// <summary>Whether a token can stand in a header.</summary>
    internal static bool IsSendable(string? token) => token is { Length: > 0 } && token.All(c => c is > ' ' and < '\u007f');

    private static GarminTokens? Read(string? accessToken, string? refreshToken, string? clientId)
    {
        if (!IsSendable(accessToken) || !IsSendable(refreshToken) || !IsSendable(clientId) || accessToken!.Split('.').Length != 3)
        {
            return null;
        }

        var claims = TokenClaims.Read(accessToken);
        return new GarminTokens(accessToken, refreshToken!, claims.ClientId ?? clientId!, claims.ExpiresAt ?? DateTimeOffset.UnixEpoch);
    }
}
