namespace GarminSync.Consumers.GarminConnect;

/// <summary>A sign-in that waits for a code: all that is needed to go on with it later, in any process. Secret, because of the cookies.</summary>
/// <param name="ClientId">Of the sign-in's query; the code must be sent with the same one.</param>
/// <param name="ServiceUrl">Of the sign-in's query; the ticket will be bound to it.</param>
/// <param name="Method">How Garmin delivers the code: <c>email</c>, <c>phone</c>, …</param>
/// <param name="SentTo">Where to, as Garmin masks it; null when it does not say.</param>
/// <param name="Cookies">The session of the sign-in.</param>
/// <param name="StartedAt">UTC. How long Garmin keeps it is unknown; other clients count with 5 to 15 minutes.</param>
internal sealed record PendingMfa(
    string ClientId, string ServiceUrl, string Method, string? SentTo, IReadOnlyList<SignInCookie> Cookies, DateTimeOffset StartedAt)
{
    public override string ToString() => $"Sign-in of {StartedAt:u} that waits for a code by {Method}";
}
