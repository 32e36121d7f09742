using System.Text.Json;
using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Login;

/// <summary>The contents of a <c>garmin_tokens.json</c> that another client wrote.</summary>
/// <param name="DiToken">Access token.</param>
/// <param name="DiRefreshToken">Refresh token; the client that wrote it loses its session, because refresh tokens rotate.</param>
/// <param name="DiClientId">The client id that the tokens were issued to.</param>
/// <param name="Email">E-mail of the CentralDB user to link to; absent: the one in Garmin's profile.</param>
internal sealed record GarminTokensBody(string DiToken, string DiRefreshToken, string DiClientId, string? Email = null)
{
    public static ValueTask<GarminTokensBody> BindAsync(HttpContext context) =>
        JsonBody.ReadAsync(context, LoginBody.MaxBytes, fields => new GarminTokensBody(
            fields.RequiredText("di_token"), fields.RequiredText("di_refresh_token"), fields.RequiredText("di_client_id"), fields.Text("email")));

    /// <summary>The tokens as the file that the consumers read.</summary>
    public string ToTokenFile() => JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["di_token"] = DiToken,
        ["di_refresh_token"] = DiRefreshToken,
        ["di_client_id"] = DiClientId,
    });

    // A record prints its members; this one holds tokens.
    public override string ToString() => nameof(GarminTokensBody);
}
