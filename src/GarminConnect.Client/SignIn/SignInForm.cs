namespace GarminConnect.Client;

/// <summary>The forms in which Garmin takes a login. Each has a rate limit of its own.</summary>
internal enum SignInForm
{
    /// <summary>That of the phone apps: one request.</summary>
    Mobile,

    /// <summary>That of other web sites, in HTML.</summary>
    Widget,

    /// <summary>That of Garmin's web site; its page is often refused to clients that are no browsers.</summary>
    Portal,
}
