namespace GarminConnect.Client;

/// <summary>One cookie of a sign-in, in a form that can be stored.</summary>
internal sealed record SignInCookie(string Name, string Value, string Domain, string Path)
{
    public override string ToString() => Name;
}
