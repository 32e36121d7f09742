using FitTrack.Hosting;
using GarminSync.Gateway.Errors;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

/// <summary>
/// Keeps web pages away from a gateway that asks nobody who they are. A browser on this machine reaches loopback on behalf of any page: directly,
/// or under the page's own host name when its DNS answers 127.0.0.1.
/// </summary>
internal sealed class OpenGatewayGuard(RequestDelegate next, IOptions<AuthOptions> options)
{
    private static readonly Refusal OtherHost = new(
        StatusCodes.Status421MisdirectedRequest,
        "The gateway asks nobody who they are, so it answers only under http://localhost or a loopback address. "
        + "To reach it by another name, set Gateway__Auth__Mode=Token and Gateway__Auth__OperatorKey, or put a proxy that authenticates in front of it and set Gateway__Auth__Mode=External.");

    private static readonly Refusal OtherSite = new(
        StatusCodes.Status403Forbidden,
        "The gateway asks nobody who they are, so it takes no calls from the pages of other sites.");

    public Task InvokeAsync(HttpContext context)
    {
        if (options.Value.Mode == AuthMode.None)
        {
            if (context.Request.Host.HasValue && !ListenGuard.IsLoopback($"http://{context.Request.Host.Value}"))
            {
                return OtherHost.ExecuteAsync(context);
            }

            if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site" && !HttpMethods.IsGet(context.Request.Method))
            {
                return OtherSite.ExecuteAsync(context);
            }
        }

        return next(context);
    }
}
