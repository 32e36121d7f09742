using System.Net;

namespace GarminSync.Consumers.GarminConnect;

/// <summary>One cookie of a sign-in, in a form that can be stored.</summary>
internal sealed record SignInCookie(string Name, string Value, string Domain, string Path)
{
    public override string ToString() => Name;

    /// <summary>The cookies that the answer sets. One that breaks the rules of cookies is left out, as a browser would.</summary>
    public static IReadOnlyList<SignInCookie> Of(HttpResponseMessage response, Uri address)
    {
        var jar = new CookieContainer();
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            try
            {
                jar.SetCookies(address, cookie);
            }
            catch (CookieException)
            {
                // Of a foreign domain, or malformed.
            }
        }

        return [.. jar.GetAllCookies().Select(c => new SignInCookie(c.Name, c.Value, c.Domain, c.Path))];
    }
}
