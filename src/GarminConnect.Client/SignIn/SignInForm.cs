namespace GarminConnect.Client;

/// <summary>Garmin's forms of sign-in. Each has a rate limit of its own.</summary>
/// <remarks>Source: docs/garmin-connect.md, sections 2.1, 2.4 and 2.5.</remarks>
public enum SignInForm
{
    /// <summary>The form of the phone apps: one request.</summary>
    Mobile,

    /// <summary>The form that other web sites embed, in HTML.</summary>
    Widget,

    /// <summary>The form of Garmin's own web site. Clients that are no browsers are often refused its page.</summary>
    Portal,
}
