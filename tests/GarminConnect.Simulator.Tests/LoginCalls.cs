using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace GarminConnect.Simulator.Tests;

/// <summary>The calls of a sign-in, written out as a client sends them.</summary>
internal static class LoginCalls
{
    public const string IosService = "https://mobile.integration.garmin.com/gcm/ios";
    public const string PortalService = "https://connect.garmin.com/app";
    public const string DiClient = "GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2";

    private const string TicketGrant = "https://connectapi.garmin.com/di-oauth2-service/oauth/grant/service_ticket";

    public static Task<HttpResponseMessage> LoginAsync(
        this HttpClient http, string email, string password = TestSimulator.Password, string family = "mobile", string clientId = "GCM_IOS_DARK", string service = IosService) =>
        http.PostAsJsonAsync(
            $"{family}/api/login?clientId={clientId}&locale=en-US&service={Uri.EscapeDataString(service)}",
            new { username = email, password, rememberMe = true, captchaToken = "" },
            TestSimulator.Cancel);

    public static Task<HttpResponseMessage> VerifyCodeAsync(this HttpClient http, string code, string family = "mobile", string clientId = "GCM_IOS_DARK") =>
        http.PostAsJsonAsync(
            $"{family}/api/mfa/verifyCode?clientId={clientId}&locale=en-US&service={Uri.EscapeDataString(IosService)}",
            new { mfaMethod = "email", mfaVerificationCode = code, rememberMyBrowser = true, reconsentList = Array.Empty<string>(), mfaSetup = false },
            TestSimulator.Cancel);

    public static async Task<string> MobileTicketAsync(this HttpClient http, string email)
    {
        using var answer = await http.LoginAsync(email);
        return (await answer.ReadAsync()).GetProperty("serviceTicketId").GetString()!;
    }

    public static Task<HttpResponseMessage> ExchangeAsync(
        this HttpClient http, string ticket, string service, string clientId = DiClient, string? basicUser = null, string grant = TicketGrant) =>
        http.TokenAsync(clientId, basicUser, new() { ["client_id"] = clientId, ["service_ticket"] = ticket, ["grant_type"] = grant, ["service_url"] = service });

    public static Task<HttpResponseMessage> RefreshAsync(this HttpClient http, string refreshToken, string clientId = DiClient) =>
        http.TokenAsync(clientId, null, new() { ["client_id"] = clientId, ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken });

    private static async Task<HttpResponseMessage> TokenAsync(this HttpClient http, string clientId, string? basicUser, Dictionary<string, string> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "di-oauth2-service/oauth/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{basicUser ?? clientId}:")));
        return await http.SendAsync(request, TestSimulator.Cancel);
    }
}
