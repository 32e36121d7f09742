using GarminSync.Contracts;
using GarminSync.Gateway.Accounts;
using GarminSync.Gateway.Jobs;
using MassTransit;

namespace GarminSync.Gateway.Access;

/// <summary>
/// Lets a user reach only their own account and jobs, on every route that names one (<c>{user_id}</c>, <c>{job_id}</c>). Those of others are answered as if they
/// did not exist.
/// </summary>
internal sealed class OwnDataFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.OwnUserId() is { } own)
        {
            if (http.Request.RouteValues["user_id"] is string userId && userId != own)
            {
                return AccountEndpoints.NotLinked(userId);
            }

            if (http.Request.RouteValues["job_id"] is string jobId && !await IsOwnAsync(http, own, jobId))
            {
                return JobEndpoints.NoSuchJob(jobId);
            }
        }

        return await next(context);
    }

    private static async Task<bool> IsOwnAsync(HttpContext http, string own, string jobId)
    {
        if (!Guid.TryParse(jobId, out var id))
        {
            return false;
        }

        var client = http.RequestServices.GetRequiredService<IRequestClient<GetSyncJob>>();
        var answer = await client.GetResponse<SyncJobStatus, SyncJobNotFound>(new GetSyncJob { JobId = id }, http.RequestAborted);
        return answer.Is(out Response<SyncJobStatus>? job) && job.Message.UserId == own;
    }
}
