using Microsoft.AspNetCore.Builder;

namespace FitTrack.Hosting;

/// <summary>Registration of <see cref="RequestLog"/>.</summary>
public static class RequestLogExtensions
{
    /// <summary>Adds <see cref="RequestLog"/>; first in the pipeline, so that it sees the status that the caller gets.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLog>();
}
