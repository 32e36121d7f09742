using Microsoft.AspNetCore.Http;

namespace GarminSync.Web.People;

/// <summary>Before each request for the page: who it is, whether that person is signed in, and what the browser may load.</summary>
internal sealed class PageGate(RequestDelegate next, PageSettings settings, PageSessions sessions)
{
    // Scripts, styles, pictures and connections of this server only. 'self' is its WebSocket too.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageEndpoint>() is not { } page)
        {
            return next(context);
        }

        var session = context.Request.Cookies[SessionEndpoints.Cookie];
        if (IsFromAnotherSite(context))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        context.User = Person.Principal(session, context.Connection.RemoteIpAddress?.ToString());
        if (!page.IsHtml)
        {
            return next(context);
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        if (settings.SignIn && context.Request.Path != SessionEndpoints.SignInPath && sessions.TokenOf(session) is null)
        {
            context.Response.Redirect($"{context.Request.PathBase}{SessionEndpoints.SignInPath}{SessionEndpoints.Wanted(context.Request)}");
            return Task.CompletedTask;
        }

        return next(context);
    }

    // Browsers let any page open a WebSocket to any server, and send the cookies along; only the Origin tells. They send none with a plain GET.
    private static bool IsFromAnotherSite(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest && !IsConnection(context.Request))
        {
            return false;
        }

        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var site)
                && (Is(site, context.Request.Host) || Is(site, new HostString(context.Request.Headers["X-Forwarded-Host"].ToString()))));
    }

    private static bool IsConnection(HttpRequest request) => request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal);

    private static bool Is(Uri site, HostString host) => host.HasValue && string.Equals(site.Host, host.Host, StringComparison.OrdinalIgnoreCase);
}
