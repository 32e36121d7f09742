using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.DiAuth;

/// <summary>Access tokens that look like Garmin's. Clients read the claims and cannot check the signature, which is random here.</summary>
internal static class Jwt
{
    public static string Make(Athlete athlete, string clientId, DateTimeOffset issued, DateTimeOffset expires)
    {
        var header = new { alg = "RS256", kid = "di-oauth-signer-simulator", typ = "JWT" };
        var claims = new
        {
            scope = new[] { "ATP_READ", "CONNECT_READ", "CONNECT_WRITE", "DT_CLIENT_ANALYTICS_WRITE" },
            iss = "https://diauth.garmin.com",
            exp = expires.ToUnixTimeSeconds(),
            iat = issued.ToUnixTimeSeconds(),
            jti = Guid.NewGuid().ToString(),
            client_id = clientId,
            garmin_guid = athlete.Guid.ToString(),
        };

        return $"{Part(header)}.{Part(claims)}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(64))}";
    }

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
