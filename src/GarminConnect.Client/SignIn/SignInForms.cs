using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>The forms of login, in the order in which they are tried.</summary>
internal sealed class LoginForms
{
    private static readonly LoginForm[] s_defaultOrder = [LoginForm.Mobile, LoginForm.Widget, LoginForm.Portal];

    private readonly ILoginForm[] _all;

    public LoginForms(GarminAddresses addresses, IOptions<GarminOptions> options, TimeProvider clock)
    {
        var services = addresses.Services;
        _all =
        [
            new MobileLogin(JsonLoginFamily.Mobile(services), clock),
            new WidgetLogin(services.Widget, new HumanPause(options.Value.WidgetPause, clock), clock),
            new PortalLogin(JsonLoginFamily.Portal(services), new HumanPause(options.Value.PortalPause, clock), clock),
        ];
        InOrder = [.. (options.Value.LoginForms.Count > 0 ? options.Value.LoginForms : s_defaultOrder).Select(Of)];
    }

    public IReadOnlyList<ILoginForm> InOrder { get; }

    /// <summary>The form that a pending sign-in was begun in, whether or not it is still tried.</summary>
    public ILoginForm Of(LoginForm form) => _all.Single(known => known.Form == form);
}
