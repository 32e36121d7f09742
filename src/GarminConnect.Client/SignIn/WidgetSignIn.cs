using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>The form that other web sites embed: pages, anti-forgery values and redirects instead of JSON.</summary>
internal sealed class WidgetSignIn(string service, HumanPause pause, TimeProvider clock) : ISignInForm
{
    private const string CodePath = "sso/verifyMFA/loginEnterMfaCode";

    private readonly string _embed = $"sso/embed?id=gauth-widget&embedWidget=true&gauthHost={Uri.EscapeDataString(service[..service.LastIndexOf('/')])}";

    public SignInForm Form => SignInForm.Widget;

    public string Service => service;

    private string Query
    {
        get
        {
            var embed = Uri.EscapeDataString(service);
            return $"?id=gauth-widget&embedWidget=true&gauthHost={embed}&service={embed}&source={embed}"
                + $"&redirectAfterAccountLoginUrl={embed}&redirectAfterAccountCreationUrl={embed}";
        }
    }

    public async Task<SignInAnswer> SignInAsync(SsoSession session, string userName, string password, CancellationToken cancellationToken)
    {
        using var embed = await session.SendAsync(HttpMethod.Get, _embed, SsoHeaders.Page(referer: null), content: null, cancellationToken);
        if (!embed.IsSuccessStatusCode)
        {
            return SignInAnswer.ByStatus(embed, clock.GetUtcNow());
        }

        var signIn = "sso/signin" + Query;
        using var form = await session.SendAsync(HttpMethod.Get, signIn, SsoHeaders.Page(session.AddressOf(_embed)), content: null, cancellationToken);
        if (!form.IsSuccessStatusCode || (await ReadAsync(form, cancellationToken)).FormToken is not { } formToken)
        {
            return SignInAnswer.ByStatus(form, clock.GetUtcNow());
        }

        await pause.WaitAsync(cancellationToken);
        using var answer = await PostAsync(
            session,
            signIn,
            new() { ["username"] = userName, ["password"] = password, ["embed"] = "true", ["_csrf"] = formToken },
            cancellationToken);
        var page = await ReadAsync(answer, cancellationToken);
        return page.WantsCode ? await WaitForCodeAsync(session, page, cancellationToken) : page.AnswerToPassword(answer, clock.GetUtcNow());
    }

    /// <summary>Whether the first page of the form is answered by the sign-in server, and not by a block, a limit or an outage.</summary>
    public async Task<bool> IsOpenAsync(SsoSession session, CancellationToken cancellationToken)
    {
        using var embed = await session.SendAsync(HttpMethod.Get, _embed, SsoHeaders.Page(referer: null), content: null, cancellationToken);
        return embed.IsSuccessStatusCode || embed.StatusCode == HttpStatusCode.NotFound;
    }

    public async Task<SignInAnswer> SubmitCodeAsync(SsoSession session, PendingMfa pending, string code, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync(
            session,
            CodePath + Query,
            new() { ["mfa-code"] = code, ["embed"] = "true", ["_csrf"] = pending.FormToken ?? "", ["fromPage"] = "setupEnterMfaCode" },
            cancellationToken);
        var page = await ReadAsync(answer, cancellationToken);
        return page.AnswerToCode(
            answer, pending with { Cookies = session.Cookies, FormToken = page.FormToken ?? pending.FormToken }, clock.GetUtcNow());
    }

    /// <summary>When the page does not say where the code went, it has not been sent yet; one more call asks for it.</summary>
    private async Task<SignInAnswer> WaitForCodeAsync(SsoSession session, WidgetPage page, CancellationToken cancellationToken)
    {
        var method = page.Variable("mfaMethod") is { Length: > 0 and <= 60 } named ? named : "email";
        if (page.Variable("codeSentTo") is null or "" && method is "email" or "phone" or "sms")
        {
            using var asked = await AskForCodeAsync(session, page, method, cancellationToken);
            if (!asked.IsSuccessStatusCode)
            {
                return SignInAnswer.ByStatus(asked, clock.GetUtcNow());
            }
        }

        return new SignInOutcome.MfaRequired(new PendingMfa(Form, service, method, page.Variable("codeSentTo"), session.Cookies, page.FormToken));
    }

    private async Task<HttpResponseMessage> AskForCodeAsync(SsoSession session, WidgetPage page, string method, CancellationToken cancellationToken)
    {
        var path = $"sso/verifyMFA/mfaCode?clientId={Uri.EscapeDataString(page.Variable("clientId") ?? "")}";
        var body = new { customerGuid = page.Variable("customerGuid") ?? "", mfaMethod = method, locale = page.Variable("locale") ?? "en" };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await session.SendAsync(HttpMethod.Post, path, SsoHeaders.Script(session.Origin, session.AddressOf(CodePath + Query)), content, cancellationToken);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        SsoSession session, string path, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var headers = SsoHeaders.Page(session.AddressOf(path));
        using var content = new FormUrlEncodedContent(fields);
        var response = await session.SendAsync(HttpMethod.Post, path, headers, content, cancellationToken);
        return await session.FollowAsync(response, headers, cancellationToken);
    }

    private static async Task<WidgetPage> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        WidgetPage.Read(await response.Content.ReadAsStringAsync(cancellationToken));
}
