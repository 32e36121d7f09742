namespace GarminConnect.Client;

/// <summary>The form of the phone apps.</summary>
internal sealed class MobileSignIn(JsonSignInFamily family, TimeProvider clock) : ISignInForm
{
    private readonly JsonSignInCalls _calls = new(family, clock);

    public SignInForm Form => family.Form;

    public string Service => family.Service;

    public Task<SignInAnswer> SignInAsync(SsoSession session, string userName, string password, CancellationToken cancellationToken) =>
        _calls.SignInAsync(session, SsoHeaders.Mobile(session.Origin), userName, password, cancellationToken);

    public Task<SignInAnswer> SubmitCodeAsync(SsoSession session, PendingMfa pending, string code, CancellationToken cancellationToken) =>
        _calls.SubmitCodeAsync(session, SsoHeaders.Mobile(session.Origin), pending, code, cancellationToken);
}
