using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FitTrack.Hosting;

/// <summary>
/// Keeps web pages away from a server that asks nobody who they are. A browser on this machine reaches loopback on behalf of any page: directly, or under the
/// page's own host name when its DNS answers 127.0.0.1.
/// </summary>
public static class BrowserGuard
{
    /// <summary>Goes after the problem answers and before everything that does something.</summary>
    /// <param name="app">The server.</param>
    /// <param name="whoIsTaken">Whose calls the server takes; asked at each call.</param>
    /// <param name="server">What the server is called; begins a sentence: "The gateway".</param>
    /// <param name="otherNames">What to do to reach it by another name; ends the message.</param>
    public static WebApplication UseBrowserGuard(this WebApplication app, Func<IServiceProvider, TakenCalls> whoIsTaken, string server, string otherNames)
    {
        app.Use((context, next) => Refusal(context.Request, whoIsTaken(context.RequestServices)) switch
        {
            StatusCodes.Status421MisdirectedRequest => TypedResults.Problem(
                $"{server} asks nobody who they are, so it answers only under http://localhost or a loopback address. {otherNames}",
                statusCode: StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context),
            StatusCodes.Status403Forbidden => TypedResults.Problem(
                $"{server} does not itself ask who calls, so it takes no calls from the pages of other sites. A proxy in front of it passes the name that the page was called by, as Host or X-Forwarded-Host.",
                statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context),
            _ => next(context),
        });
        return app;
    }

    private static int? Refusal(HttpRequest request, TakenCalls taken) => taken switch
    {
        TakenCalls.FromThisMachine when request.Host.HasValue && !ListenGuard.IsLoopback($"http://{request.Host.Value}") => StatusCodes.Status421MisdirectedRequest,
        TakenCalls.FromThisMachine or TakenCalls.FromItsOwnSite when !HttpMethods.IsGet(request.Method) && IsFromAnotherSite(request) => StatusCodes.Status403Forbidden,
        _ => null,
    };

    private static bool IsFromAnotherSite(HttpRequest request)
    {
        // Browsers send this over https and to localhost, and pages cannot change it. Otherwise, and from older ones, there is only where the page is from; programs send neither.
        var site = request.Headers["Sec-Fetch-Site"];
        return StringValues.IsNullOrEmpty(site)
            ? request.Headers.Origin is { Count: > 0 } origin && !IsItsOwn(origin.ToString(), request)
            : site == "cross-site";
    }

    // The port does not matter, as it does not for Sec-Fetch-Site. A proxy may have replaced the host name; no page can send the header in which it then is.
    private static bool IsItsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && (IsHost(page, request.Host.Host) || IsHost(page, new HostString(request.Headers["X-Forwarded-Host"].ToString()).Host));

    private static bool IsHost(Uri page, string host) => string.Equals(page.Host, host, StringComparison.OrdinalIgnoreCase);
}
