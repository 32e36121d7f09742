using GarminConnect.Simulator.Answers;

namespace GarminConnect.Simulator.Requests;

/// <summary>Says what is wrong with a query or a body that cannot be read, instead of an empty 400.</summary>
internal static class BadRequests
{
    public static async Task ExplainAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            var reason = exception.InnerException?.Message ?? exception.Message;
            var answer = context.Request.Path.StartsWithSegments("/admin", StringComparison.Ordinal)
                ? Results.Problem(reason, statusCode: exception.StatusCode)
                : GarminAnswers.BadRequest(reason);
            await answer.ExecuteAsync(context);
        }
    }
}
