namespace GarminConnect.Client;

/// <summary>
/// A sign-in that waits for a code: all that is needed to go on with it, also later and in another process. It can be stored as JSON. Secret, because the
/// cookies are the session at Garmin.
/// </summary>
/// <remarks>Source: docs/garmin-connect.md, section 2.6.</remarks>
/// <param name="Form">The form of the sign-in; the code is sent in the same one.</param>
/// <param name="ServiceUrl">The service to which the ticket will be bound.</param>
/// <param name="Method">How Garmin delivers the code: <c>email</c>, <c>phone</c>, …</param>
/// <param name="SentTo">The address or number it went to, masked by Garmin; null when Garmin does not say.</param>
/// <param name="Cookies">The session of the sign-in.</param>
/// <param name="FormToken">The anti-forgery value of the widget's page; null for the other forms.</param>
public sealed record PendingMfa(
    SignInForm Form, string ServiceUrl, string Method, string? SentTo, IReadOnlyList<SignInCookie> Cookies, string? FormToken = null)
{
    /// <summary>Says what is waited for, without the secrets.</summary>
    public override string ToString() => $"{Form} sign-in that waits for a code by {Method}";
}
