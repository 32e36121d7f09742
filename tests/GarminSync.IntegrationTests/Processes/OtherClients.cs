using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GarminConnect.Simulator;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>Garmin as browsers and other clients get into it.</summary>
internal static class OtherClients
{
    public const string Android = "https://mobile.integration.garmin.com/gcm/android";
    public const string ClientId = "GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2";

    /// <summary>Garmin's answer to a login in a browser.</summary>
    public static async Task<string> LogInAsync(this GarminSimulator garmin, string email, string password = GatewayCalls.Password)
    {
        using var browser = new HttpClient { BaseAddress = garmin.BaseAddress };
        using var answer = await browser.PostAsJsonAsync(
            $"mobile/api/login?clientId=GCM_ANDROID_DARK&locale=en-US&service={Uri.EscapeDataString(Android)}", new { username = email, password });
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The ticket in it.</summary>
    public static async Task<string> TicketAsync(this GarminSimulator garmin, string email, string password = GatewayCalls.Password) =>
        JsonSerializer.Deserialize<JsonElement>(await garmin.LogInAsync(email, password)).GetProperty("serviceTicketId").GetString()!;

    /// <summary>The tokens that another client got for a ticket.</summary>
    public static async Task<TokenFile> TokenFileAsync(this GarminSimulator garmin, string email, string password = GatewayCalls.Password)
    {
        var tokens = await garmin.TokensAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = ClientId,
            ["service_ticket"] = await garmin.TicketAsync(email, password),
            ["grant_type"] = "https://connectapi.garmin.com/di-oauth2-service/oauth/grant/service_ticket",
            ["service_url"] = Android,
        });
        return new TokenFile(tokens.GetProperty("access_token").GetString()!, tokens.GetProperty("refresh_token").GetString()!, ClientId, email);
    }

    /// <summary>What the other client does when its access token has run out: from then on the refresh token of its file is a used one.</summary>
    public static Task RefreshAsync(this GarminSimulator garmin, TokenFile file) => garmin.TokensAsync(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["client_id"] = ClientId,
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = file.RefreshToken,
    });

    private static async Task<JsonElement> TokensAsync(this GarminSimulator garmin, Dictionary<string, string> form)
    {
        using var client = new HttpClient { BaseAddress = garmin.BaseAddress };
        using var content = new FormUrlEncodedContent(form);
        using var request = new HttpRequestMessage(HttpMethod.Post, "di-oauth2-service/oauth/token") { Content = content };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(ClientId + ":")));
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
