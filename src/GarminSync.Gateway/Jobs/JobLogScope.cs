namespace GarminSync.Gateway.Jobs;

/// <summary>Puts the job's id on every log line that a call about a job writes.</summary>
internal sealed class JobLogScope(ILogger<JobLogScope> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using (logger.BeginScope(new Dictionary<string, object?> { ["JobId"] = context.HttpContext.Request.RouteValues["job_id"] }))
        {
            return await next(context);
        }
    }
}
