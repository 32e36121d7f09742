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

        // Before the answer leaves, so that a client that has it finds it counted.
        var recorded = false;
        context.Response.OnStarting(() =>
        {
            Record();
            return Task.CompletedTask;
        });

        try
        {
            await next(context);
        }
        finally
        {
            Record();
        }

        void Record()
        {
            if (!recorded)
            {
                recorded = true;
                journal.Add(Entry(context));
            }
        }
    }

    private RequestEntry Entry(HttpContext context) => new(
        clock.GetUtcNow(),
        context.Request.Method,
        EndpointName.Of(context),
        context.Request.Path.ToString(),
        context.Features.Get<Caller>()?.Email,
        context.Response.StatusCode,
        context.Features.Get<Fault>()?.Kind.ToString());
}
