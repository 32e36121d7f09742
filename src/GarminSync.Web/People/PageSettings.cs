namespace GarminSync.Web.People;

/// <summary>What the page is told by the server that hosts it.</summary>
/// <param name="SignIn">Whether the API wants a token, so that people sign in with theirs.</param>
internal sealed record PageSettings(bool SignIn);
