namespace GarminConnect.Client;

/// <summary>The form of the phone apps.</summary>
internal sealed class MobileLogin(JsonLoginFamily family, TimeProvider clock) : ILoginForm
{
    private readonly JsonLoginCalls _calls = new(family, clock);

    public LoginForm Form => family.Form;

    public string Service => family.Service;

    public Task<LoginAnswer> SignInAsync(SsoSession session, string userName, string password, CancellationToken cancellationToken) =>
        _calls.LoginAsync(session, SsoHeaders.Mobile(session.Origin), userName, password, cancellationToken);

    public Task<LoginAnswer> SubmitCodeAsync(SsoSession session, PendingMfa pending, string code, CancellationToken cancellationToken) =>
        _calls.VerifyAsync(session, SsoHeaders.Mobile(session.Origin), pending, code, cancellationToken);
}
