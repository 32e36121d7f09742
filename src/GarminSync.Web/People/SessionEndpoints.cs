using System.Net;
using System.Net.Http.Headers;
using GarminSync.Web.Api;
using Microsoft.AspNetCore.Antiforgery;
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

    private const string Sessions = "/session";

    /// <summary>What the sign-in page is told when it did not work.</summary>
    public const string Problem = "problem";

    /// <summary>The page that somebody asked for who was not signed in: <c>/sync?account=…</c>.</summary>
    public const string Return = "to";

    // Longer addresses than those of a page are not carried along.
    private const int LongestReturn = 2000;

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup(Sessions).AllowAnonymous().ExcludeFromDescription().WithMetadata(new PageEndpoint(isHtml: false));
        sessions.MapPost("", SignInAsync);
        sessions.MapPost("/end", SignOut);
    }

    /// <summary>The query of the sign-in page for somebody who wants a page; nothing for the first page, which comes anyway.</summary>
    public static string Wanted(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && Local($"{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}") is { } page ? Query(null, page) : "";

    /// <summary>Says in words what a bare 400 would not: the form lacks the token that the framework gave it, or has one of before a restart. Goes after the antiforgery middleware.</summary>
    public static Task RefuseStaleFormsAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || context.GetEndpoint()?.Metadata.GetMetadata<PageEndpoint>() is null)
        {
            return next(context);
        }

        if (context.Request.Path.StartsWithSegments(Sessions, StringComparison.Ordinal))
        {
            var problem = context.Request.Path == Sessions ? "stale" : "still-in";
            context.Response.Redirect($"{context.Request.PathBase}{SignInPath}{Query(problem, null)}");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(Texts.FormStale, context.RequestAborted);
    }

    private static async Task<RedirectHttpResult> SignInAsync(
        [FromForm] string? token,
        [FromForm(Name = Return)] string? wanted,
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
            return TypedResults.LocalRedirect($"~{SignInPath}{Query(problem ?? "busy", Local(wanted))}");
        }

        // Of the one before nobody has the id any more.
        sessions.End(context.Request.Cookies[Cookie]);
        context.Response.Cookies.Append(Cookie, session, Options(context));
        return TypedResults.LocalRedirect($"~{Local(wanted) ?? "/"}");
    }

    private static RedirectHttpResult SignOut([FromForm] string? _, HttpContext context, PageSessions sessions)
    {
        sessions.End(context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, Options(context));
        return TypedResults.LocalRedirect($"~{SignInPath}");
    }

    // A page of this server and nothing else: whoever sends somebody a link to the sign-in page must not be able to say where it leads.
    private static string? Local(string? page) =>
        page is { Length: > 1 and <= LongestReturn } && page[0] == '/' && RedirectHttpResult.IsLocalUrl(page) && page.All(character => character is > ' ' and <= '~') ? page : null;

    private static string Query(string? problem, string? wanted) =>
        QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal) { [Problem] = problem, [Return] = wanted }.Where(one => one.Value is not null)).ToUriComponent();

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
