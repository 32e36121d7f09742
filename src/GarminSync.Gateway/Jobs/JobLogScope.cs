namespace GarminSync.Gateway.Jobs;

/// <summary>Gives every log line that a call about a job causes the job's id.</summary>
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
