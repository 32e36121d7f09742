namespace GarminConnect.Client;

/// <summary>A sign-in that waits for a code: all that is needed to go on with it later, in any process. Secret, because of the cookies.</summary>
/// <param name="Form">The form of the sign-in; the code must be sent in the same one.</param>
/// <param name="ServiceUrl">Of the sign-in's query; the ticket will be bound to it.</param>
/// <param name="Method">How Garmin delivers the code: <c>email</c>, <c>phone</c>, …</param>
/// <param name="SentTo">Where to, as Garmin masks it; null when it does not say.</param>
/// <param name="Cookies">The session of the sign-in.</param>
/// <param name="FormToken">The anti-forgery value of the widget's form; null for the other forms.</param>
internal sealed record PendingMfa(
    SignInForm Form, string ServiceUrl, string Method, string? SentTo, IReadOnlyList<SignInCookie> Cookies, string? FormToken = null)
{
    public override string ToString() => $"{Form} sign-in that waits for a code by {Method}";
}
