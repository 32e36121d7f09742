using System.Net.Http.Headers;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>The two calls that the mobile and the portal form have in common.</summary>
internal sealed class JsonSignInCalls(JsonSignInFamily family, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public async Task<SignInAnswer> SignInAsync(
        SsoSession session, IReadOnlyList<(string Name, string Value)> headers, string userName, string password, CancellationToken cancellationToken)
    {
        using var body = Json(new { username = userName, password, rememberMe = true, captchaToken = "" });
        using var response = await session.SendAsync(HttpMethod.Post, family.ApiPath("login"), headers, body, cancellationToken);
        return await JsonSignInAnswer.ReadAsync(
            response,
            (method, sentTo) => new PendingMfa(family.Form, family.Service, method, sentTo, session.Cookies),
            clock.GetUtcNow(),
            cancellationToken);
    }

    public async Task<SignInAnswer> SubmitCodeAsync(
        SsoSession session, IReadOnlyList<(string Name, string Value)> headers, PendingMfa pending, string code, CancellationToken cancellationToken)
    {
        using var body = Json(new
        {
            mfaMethod = pending.Method,
            mfaVerificationCode = code,
            rememberMyBrowser = true,
            reconsentList = Array.Empty<string>(),
            mfaSetup = false,
        });
        using var response = await session.SendAsync(HttpMethod.Post, family.ApiPath("mfa/verifyCode"), headers, body, cancellationToken);
        return await JsonSignInAnswer.ReadCodeAsync(response, pending with { Cookies = session.Cookies }, clock.GetUtcNow(), cancellationToken);
    }

    private static ByteArrayContent Json(object body) => new(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = JsonType } };
}
