using System.Buffers.Text;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>The two claims of an access token that matter here. Whatever cannot be read is null: the token comes from outside.</summary>
internal readonly record struct TokenClaims(string? ClientId, DateTimeOffset? ExpiresAt)
{
    private const int LongestToken = 64 * 1024;
    private const int LongestClientId = 200;

    public static TokenClaims Read(string accessToken)
    {
        var parts = accessToken.Split('.', 4);
        if (parts.Length != 3 || accessToken.Length > LongestToken || !Base64Url.IsValid(parts[1]))
        {
            return default;
        }

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            var claims = payload.RootElement;
            return new TokenClaims(ClientIdOf(claims), ExpiryOf(claims));
        }
        catch (JsonException)
        {
            // Not a JWT that we know; the token server's own fields serve instead.
            return default;
        }
    }

    private static string? ClientIdOf(JsonElement claims) =>
        LenientJson.Text(claims, "client_id") is { Length: > 0 and <= LongestClientId } id
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? id
            : null;

    private static DateTimeOffset? ExpiryOf(JsonElement claims) => LenientJson.UnixSeconds(claims, "exp");
}
