using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>The forms of sign-in, in the order in which they are tried.</summary>
internal sealed class SignInForms
{
    private static readonly SignInForm[] DefaultOrder = [SignInForm.Mobile, SignInForm.Widget, SignInForm.Portal];

    private readonly WidgetSignIn _widget;
    private readonly ISignInForm[] _all;

    public SignInForms(GarminAddresses addresses, IOptions<GarminOptions> options, TimeProvider clock)
    {
        var services = addresses.Services;
        _widget = new WidgetSignIn(services.Widget, new HumanPause(options.Value.WidgetPause, clock), clock);
        _all =
        [
            new MobileSignIn(JsonSignInFamily.Mobile(services), clock),
            _widget,
            new PortalSignIn(JsonSignInFamily.Portal(services), new HumanPause(options.Value.PortalPause, clock), clock),
        ];
        InOrder = [.. (options.Value.LoginForms.Count > 0 ? options.Value.LoginForms : DefaultOrder).Select(Of)];
    }

    public IReadOnlyList<ISignInForm> InOrder { get; }

    /// <summary>Any form, also one that is no longer tried: a pending sign-in may have begun in it.</summary>
    public ISignInForm Of(SignInForm form) => _all.Single(known => known.Form == form);

    /// <summary>Whether Garmin's sign-in server gives out its pages; asked of the only form that begins with one.</summary>
    public Task<bool> IsOpenAsync(SsoSession session, CancellationToken cancellationToken) => _widget.IsOpenAsync(session, cancellationToken);
}
