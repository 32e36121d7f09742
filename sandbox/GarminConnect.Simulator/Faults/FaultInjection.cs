using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;
using GarminConnect.Simulator.Sso;

namespace GarminConnect.Simulator.Faults;

/// <summary>Lets a fault answer in the place of the endpoint, or spoil what the endpoint answers.</summary>
internal sealed class FaultInjection(RequestDelegate next, FaultBoard board, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.ToString();
        var fault = path.StartsWith("/admin", StringComparison.Ordinal)
            ? null
            : board.Strike(context.Request.Method, EndpointName.Of(context), path, context.Features.Get<Caller>()?.Email);
        if (fault is null)
        {
            await next(context);
            return;
        }

        context.Features.Set(fault);
        if (fault.Spec.DelayMilliseconds > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.Spec.DelayMilliseconds), clock, context.RequestAborted);
        }

        await StrikeAsync(context, fault.Spec);
    }

    private async Task StrikeAsync(HttpContext context, FaultSpec spec)
    {
        switch (spec.Kind)
        {
            case FaultKind.Latency:
                await next(context);
                break;
            case FaultKind.ConnectionReset:
                context.Abort();
                break;
            case FaultKind.CutOff or FaultKind.Truncated or FaultKind.CorruptZip or FaultKind.ZipWithoutFit or FaultKind.ZipBomb
                or FaultKind.LargeFile or FaultKind.PrivacyProtected:
                await SpoiledBody.SendAsync(context, next, spec);
                break;
            default:
                if (spec.RetryAfterSeconds is { } seconds)
                {
                    context.Response.Headers.RetryAfter = seconds.ToString();
                }

                await Answer(context, spec).ExecuteAsync(context);
                break;
        }
    }

    private static IResult Answer(HttpContext context, FaultSpec spec) => spec.Kind switch
    {
        FaultKind.RateLimited or FaultKind.LoginBlocked => GarminAnswers.Html(429, "Access denied", "You are being rate limited. Error code: 1015"),
        FaultKind.RateLimitedJson => Results.Json(new Dictionary<string, object>
        {
            ["error"] = new Dictionary<string, string> { ["status-code"] = "429", ["message"] = "Too many requests" },
        }),
        FaultKind.Unauthorized => GarminAnswers.TokenNotActive(context),
        FaultKind.Captcha => LoginAnswers.CaptchaRequired(),
        FaultKind.Blocked => GarminAnswers.Html(403, "Attention Required! | Cloudflare", "error code: 1020"),
        FaultKind.BotChallenge => Results.StatusCode(427),
        FaultKind.NotJson => GarminAnswers.Html(200, "Just a moment...", "Checking your browser."),
        // As recorded: Garmin's own refusals are JSON, its outages are pages.
        _ when spec.Status == 404 => GarminAnswers.NotFound(),
        _ when spec.Status == 403 => GarminAnswers.Forbidden(),
        _ => GarminAnswers.Html(spec.Status, $"Error {spec.Status}", "The service is not available."),
    };
}
