using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace GarminSync.Web.People;

/// <summary>The person who looks at the page.</summary>
internal sealed class Person(AuthenticationStateProvider authentication, PageSessions sessions, PageSettings settings)
{
    private const string SessionClaim = "page_session";
    private const string AddressClaim = "page_address";

    // Documented with POST /api/tokens. It only decides what is offered; what is allowed, the API decides.
    private const string UserTokenPrefix = "gst.";

    /// <summary>Whether people sign in at all.</summary>
    public bool SignsIn => settings.SignIn;

    /// <param name="session">The session that the browser named; null for none.</param>
    /// <param name="address">Where the browser is; null when that is not known.</param>
    public static ClaimsPrincipal Principal(string? session, string? address)
    {
        var claims = new[] { (Type: SessionClaim, Value: session), (Type: AddressClaim, Value: address) };
        return new ClaimsPrincipal(new ClaimsIdentity(claims.Where(claim => claim.Value is not null).Select(claim => new Claim(claim.Type, claim.Value!)), "page"));
    }

    /// <summary>The token of the person's session, and the address.</summary>
    public async Task<(string? Token, string? Address)> CredentialsAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return (sessions.TokenOf(user.FindFirstValue(SessionClaim)), user.FindFirstValue(AddressClaim));
    }

    /// <summary>Whether the person may link accounts.</summary>
    public async Task<bool> IsOperatorAsync() => !SignsIn || (await CredentialsAsync()).Token?.StartsWith(UserTokenPrefix, StringComparison.Ordinal) == false;
}
