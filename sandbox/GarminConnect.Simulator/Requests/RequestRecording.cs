using GarminConnect.Simulator.Faults;

namespace GarminConnect.Simulator.Requests;

/// <summary>Writes each request to a Garmin service into the journal, however it ends.</summary>
internal sealed class RequestRecording(RequestDelegate next, RequestJournal journal, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/admin", StringComparison.Ordinal) || path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            journal.Add(new RequestEntry(
                clock.GetUtcNow(),
                context.Request.Method,
                EndpointName.Of(context),
                path.ToString(),
                context.Features.Get<Caller>()?.Email,
                context.Response.StatusCode,
                context.Features.Get<Fault>()?.Kind.ToString()));
        }
    }
}
