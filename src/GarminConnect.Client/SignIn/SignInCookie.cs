namespace GarminConnect.Client;

/// <summary>A cookie of a sign-in, in a form that can be stored.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; secret.</param>
/// <param name="Domain">The host, or a domain with a dot in front.</param>
/// <param name="Path">The path it is sent to.</param>
public sealed record SignInCookie(string Name, string Value, string Domain, string Path)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
