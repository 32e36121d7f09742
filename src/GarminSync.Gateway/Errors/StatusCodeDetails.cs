using Microsoft.AspNetCore.Diagnostics;

namespace GarminSync.Gateway.Errors;

/// <summary>Gives the answers that the framework leaves empty (no such path, wrong method) the <c>detail</c> that every refusal has.</summary>
internal static class StatusCodeDetails
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        return new Refusal(status, Describe(status, http)).ExecuteAsync(http);
    }

    private static string Describe(int status, HttpContext http) => status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {http.Request.Path}. The calls are listed at /docs.",
        StatusCodes.Status405MethodNotAllowed => $"{http.Request.Path} does not take {http.Request.Method}; it takes {http.Response.Headers.Allow}.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be JSON: send it with Content-Type: application/json.",
        _ => "The call was not understood. The calls are listed at /docs.",
    };
}
