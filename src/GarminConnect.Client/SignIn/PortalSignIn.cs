namespace GarminConnect.Client;

/// <summary>The form of Garmin's web site: its page, a pause as if somebody typed, and then the same call as the phone apps.</summary>
internal sealed class PortalSignIn(JsonSignInFamily family, HumanPause pause, TimeProvider clock) : ISignInForm
{
    private readonly JsonSignInCalls _calls = new(family, clock);

    public SignInForm Form => family.Form;

    public string Service => family.Service;

    private string PagePath => $"portal/sso/en-US/sign-in?clientId={family.ClientId}&service={Uri.EscapeDataString(family.Service)}";

    public async Task<SignInAnswer> SignInAsync(SsoSession session, string userName, string password, CancellationToken cancellationToken)
    {
        using var page = await session.SendAsync(HttpMethod.Get, PagePath, SsoHeaders.Page(referer: null), content: null, cancellationToken);
        if (!page.IsSuccessStatusCode)
        {
            return SignInAnswer.ByStatus(page, clock.GetUtcNow());
        }

        await pause.WaitAsync(cancellationToken);
        return await _calls.SignInAsync(session, Headers(session), userName, password, cancellationToken);
    }

    public Task<SignInAnswer> SubmitCodeAsync(SsoSession session, PendingMfa pending, string code, CancellationToken cancellationToken) =>
        _calls.SubmitCodeAsync(session, Headers(session), pending, code, cancellationToken);

    private IReadOnlyList<(string Name, string Value)> Headers(SsoSession session) => SsoHeaders.Script(session.Origin, session.AddressOf(PagePath));
}
