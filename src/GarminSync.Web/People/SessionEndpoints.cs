using System.Net;
using System.Net.Http.Headers;
using GarminSync.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace GarminSync.Web.People;

/// <summary>Signing in to the page with a token, and out. Plain forms, which work without scripts; each has the framework's token against forged requests.</summary>
internal static class SessionEndpoints
{
    public const string Cookie = "garminsync-session";
    public const string SignInPath = "/sign-in";

    /// <summary>What the sign-in page is told when it did not work.</summary>
    public const string Problem = "problem";

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup("/session").AllowAnonymous().ExcludeFromDescription().WithMetadata(new PageEndpoint(isHtml: false));
        sessions.MapPost("", SignInAsync);
        sessions.MapPost("/end", SignOut);
    }

    private static async Task<RedirectHttpResult> SignInAsync(
        [FromForm] string? token,
        HttpContext context,
        PageSettings settings,
        PageSessions sessions,
        IHttpClientFactory clients,
        OwnAddress address,
        PageKey key,
        CancellationToken cancellationToken)
    {
        var problem = settings.SignIn ? await ProblemAsync(token?.Trim() ?? "", context, clients, address, key, cancellationToken) : null;
        var session = problem is null ? sessions.Begin(token?.Trim() ?? "") : null;
        if (session is null)
        {
            return TypedResults.LocalRedirect($"~{SignInPath}?{Problem}={problem ?? "busy"}");
        }

        // Of the one before nobody has the id any more.
        sessions.End(context.Request.Cookies[Cookie]);
        context.Response.Cookies.Append(Cookie, session, Options(context));
        return TypedResults.LocalRedirect("~/");
    }

    private static RedirectHttpResult SignOut([FromForm] string? _, HttpContext context, PageSessions sessions)
    {
        sessions.End(context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, Options(context));
        return TypedResults.LocalRedirect($"~{SignInPath}");
    }

    // Until the browser is closed. Secure wherever the browser came over TLS, which behind a proxy this server may not see.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == Uri.UriSchemeHttps,
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase : "/",
        IsEssential = true,
    };

    // The API knows which tokens are good. A token with a space or a letter of another alphabet cannot even be sent.
    private static async Task<string?> ProblemAsync(
        string token, HttpContext context, IHttpClientFactory clients, OwnAddress address, PageKey key, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > 4096 || !token.All(character => character is > ' ' and <= '~'))
        {
            return "wrong";
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Url, "api/garmin/accounts"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        key.Sign(request, context.Connection.RemoteIpAddress?.ToString());
        try
        {
            using var answer = await clients.CreateClient(GarminApi.ClientName).SendAsync(request, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => null,
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "wrong",
                _ => "away",
            };
        }
        catch (HttpRequestException)
        {
            return "away";
        }
    }
}
