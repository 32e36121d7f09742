using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace FitTrack.Hosting;

/// <summary>Every answer that is not a success is RFC 9457 problem+json with a <c>detail</c>, whoever made it: a handler, routing, Kestrel or an exception.</summary>
public static class ProblemAnswers
{
    public static WebApplicationBuilder AddProblemAnswers(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Detail ??= DefaultDetail(context.HttpContext, context.ProblemDetails.Status));
        builder.Services.AddExceptionHandler<BadRequestAnswers>();

        // Without this, a body that does not bind is answered with an empty 400.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return builder;
    }

    /// <summary>Goes after the request log and before everything that may fail.</summary>
    public static WebApplication UseProblemAnswers(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        return app;
    }

    private static string DefaultDetail(HttpContext context, int? status) => status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {context.Request.Method} {context.Request.Path}; the calls are listed at /docs.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} does not take {context.Request.Method}; the calls are listed at /docs.",
        StatusCodes.Status415UnsupportedMediaType => $"The body's Content-Type '{context.Request.ContentType}' is not taken here; the calls are listed at /docs.",
        >= 500 => "The server failed at this request, and its log says why. Nothing is known to be wrong with the request; try again later.",
        _ => ReasonPhrases.GetReasonPhrase(status ?? 0),
    };
}
