using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>The forms of sign-in, in the order in which they are tried.</summary>
internal sealed class SignInForms
{
    private static readonly SignInForm[] DefaultOrder = [SignInForm.Mobile, SignInForm.Widget, SignInForm.Portal];

    private readonly ISignInForm[] _all;

    public SignInForms(GarminAddresses addresses, IOptions<GarminOptions> options, TimeProvider clock)
    {
        var services = addresses.Services;
        _all =
        [
            new MobileSignIn(JsonSignInFamily.Mobile(services), clock),
            new WidgetSignIn(services.Widget, new HumanPause(options.Value.WidgetPause, clock), clock),
            new PortalSignIn(JsonSignInFamily.Portal(services), new HumanPause(options.Value.PortalPause, clock), clock),
        ];
        InOrder = [.. (options.Value.LoginForms.Count > 0 ? options.Value.LoginForms : DefaultOrder).Select(Of)];
    }

    public IReadOnlyList<ISignInForm> InOrder { get; }

    /// <summary>Any form, also one that is no longer tried: a pending sign-in may have begun in it.</summary>
    public ISignInForm Of(SignInForm form) => _all.Single(known => known.Form == form);
}
