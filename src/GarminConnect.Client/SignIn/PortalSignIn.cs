namespace GarminConnect.Client;

/// <summary>The form of Garmin's web site: its page, a pause as of somebody who types, and then what the phone apps send.</summary>
internal sealed class PortalLogin(JsonLoginFamily family, HumanPause pause, TimeProvider clock) : ILoginForm
{
    private readonly JsonLoginCalls _calls = new(family, clock);

    public LoginForm Form => family.Form;

    public string Service => family.Service;

    private string PagePath => $"portal/sso/en-US/sign-in?clientId={family.ClientId}&service={Uri.EscapeDataString(family.Service)}";

    public async Task<LoginAnswer> SignInAsync(SsoSession session, string userName, string password, CancellationToken cancellationToken)
    {
        using var page = await session.SendAsync(HttpMethod.Get, PagePath, SsoHeaders.Page(referer: null), content: null, cancellationToken);
        if (!page.IsSuccessStatusCode)
        {
            return LoginAnswer.ByStatus(page, clock.GetUtcNow());
        }

        await pause.WaitAsync(cancellationToken);
        return await _calls.LoginAsync(session, Headers(session), userName, password, cancellationToken);
    }

    public Task<LoginAnswer> SubmitCodeAsync(SsoSession session, PendingMfa pending, string code, CancellationToken cancellationToken) =>
        _calls.VerifyAsync(session, Headers(session), pending, code, cancellationToken);

    private IReadOnlyList<(string Name, string Value)> Headers(SsoSession session) => SsoHeaders.Script(session.Origin, session.AddressOf(PagePath));
}
