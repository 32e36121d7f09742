using System.Security.Claims;
using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.OpenApi;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Jobs;

/// <summary>Sync jobs: their state, and cancelling and retrying them.</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var sync = api.MapGroup("/garmin/sync").WithTags("Jobs");
        sync.MapGet("/status", GetStatusAsync).WithSummary("The running job of an account, else its last");
        sync.MapGet("/jobs", ListAsync).WithSummary("List jobs, newest first").ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        var job = sync.MapGroup("/jobs/{job_id}").AddEndpointFilter<JobLogScope>().ProducesProblem(StatusCodes.Status404NotFound);
        job.MapGet("", GetAsync).WithSummary("Get a job");
        job.MapDelete("", CancelAsync).WithSummary("Cancel a job: what is in flight ends, nothing more is handed out");
        job.MapPost("/retry", RetryAsync).WithSummary("Retry the failed items of a job that has ended, or some of them").ProducesProblem(StatusCodes.Status409Conflict)
            .WithJsonBody<RetryBody>("""{"items": ["12129115726"]}""", required: false);

        // The path of the original's first callers.
        api.MapGet("/sync/status", ListStatusAsync).WithTags("Older paths").WithSummary("List jobs, newest first")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    public static string PathOf(Guid jobId) => $"/api/garmin/sync/jobs/{jobId}";

    /// <summary>The answer when a call is about a job that does not exist.</summary>
    public static Refusal NoSuchJob(string jobId) =>
        new(StatusCodes.Status404NotFound, $"There is no sync job '{jobId}'. GET /api/garmin/sync/jobs lists the jobs there are.");

    /// <summary>Asks something about a job; null when there is none.</summary>
    public static async Task<SyncJobStatus?> FindAsync<TRequest>(IRequestClient<TRequest> client, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
    {
        var answer = await client.GetResponse<SyncJobStatus, SyncJobNotFound>(request, cancellationToken);
        return answer.Is(out Response<SyncJobStatus>? job) ? job.Message : null;
    }

    private static async Task<Ok<JobAnswer>> GetStatusAsync(
        [FromQuery(Name = "user_id")] string? userId, ClaimsPrincipal caller, IRequestClient<GetSyncStatus> client, CancellationToken cancellationToken)
    {
        var request = new GetSyncStatus { UserId = caller.UserOf(userId) };
        var answer = await client.GetResponse<SyncJobStatus, SyncJobNotFound>(request, cancellationToken);

        return TypedResults.Ok(answer.Is(out Response<SyncJobStatus>? job)
            ? JobAnswer.From(job.Message)
            : JobAnswer.Idle(request.UserId) with { NextSyncAt = ((SyncJobNotFound)answer.Message).NextSyncAt });
    }

    private static async Task<Ok<JobListAnswer>> ListAsync(
        [AsParameters] JobListQuery query, ClaimsPrincipal caller, IRequestClient<ListSyncJobs> client, CancellationToken cancellationToken)
    {
        var list = await ReadPageAsync(client, query.ToRequest(caller), cancellationToken);

        return TypedResults.Ok(new JobListAnswer([.. list.Jobs.Select(JobAnswer.From)], list.NextCursor));
    }

    private static async Task<Ok<JobAnswer[]>> ListStatusAsync(
        [FromQuery(Name = "job_id")] string? jobId,
        [AsParameters] JobListQuery query,
        ClaimsPrincipal caller,
        IRequestClient<GetSyncJob> oneJob,
        IRequestClient<ListSyncJobs> jobs,
        CancellationToken cancellationToken)
    {
        var request = query.ToRequest(caller);
        if (string.IsNullOrEmpty(jobId))
        {
            return TypedResults.Ok((await ReadPageAsync(jobs, request, cancellationToken)).Jobs.Select(JobAnswer.From).ToArray());
        }

        var job = Guid.TryParse(jobId, out var id) ? await FindAsync(oneJob, new GetSyncJob { JobId = id }, cancellationToken) : null;
        return TypedResults.Ok(job is null || job.UserId != (caller.OwnUserId() ?? job.UserId) ? [] : new[] { JobAnswer.From(job) });
    }

    private static async Task<Results<Ok<JobAnswer>, Refusal>> GetAsync(
        [FromRoute(Name = "job_id")] string jobId, IRequestClient<GetSyncJob> client, CancellationToken cancellationToken)
    {
        var job = Guid.TryParse(jobId, out var id) ? await FindAsync(client, new GetSyncJob { JobId = id }, cancellationToken) : null;

        return job is null ? NoSuchJob(jobId) : TypedResults.Ok(JobAnswer.From(job));
    }

    private static async Task<Results<Accepted<JobAnswer>, Refusal>> CancelAsync(
        [FromRoute(Name = "job_id")] string jobId, IRequestClient<CancelSync> client, CancellationToken cancellationToken)
    {
        var job = Guid.TryParse(jobId, out var id) ? await FindAsync(client, new CancelSync { JobId = id }, cancellationToken) : null;

        return job is null ? NoSuchJob(jobId) : TypedResults.Accepted(PathOf(id), JobAnswer.From(job));
    }

    private static async Task<Results<Accepted<JobAnswer>, Refusal>> RetryAsync(
        [FromRoute(Name = "job_id")] string jobId,
        RetryBody body,
        IRequestClient<RetryFailedItems> client,
        IRequestClient<GetSyncJob> jobs,
        CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(jobId, out var id) || (body.Items is not null && !await HasFailedAsync(jobs, id, body.Items, cancellationToken)))
        {
            return NoSuchJob(jobId);
        }

        var job = await FindAsync(client, new RetryFailedItems { JobId = id, Items = body.Items }, cancellationToken);

        return job switch
        {
            null => NoSuchJob(jobId),
            { State: SyncJobStates.Cancelled } => new Refusal(StatusCodes.Status409Conflict, "A job that was cancelled cannot be retried. Start another sync: it fetches what is missing."),
            _ => TypedResults.Accepted(PathOf(id), JobAnswer.From(job)),
        };
    }

    /// <returns>False when there is no such job.</returns>
    /// <exception cref="InvalidFieldsException">Something named is none of its failures.</exception>
    private static async Task<bool> HasFailedAsync(IRequestClient<GetSyncJob> client, Guid jobId, IReadOnlyList<string> items, CancellationToken cancellationToken)
    {
        if (await FindAsync(client, new GetSyncJob { JobId = jobId }, cancellationToken) is not { } job)
        {
            return false;
        }

        var errors = new FieldErrors();
        foreach (var item in items.Except(job.Failures.Select(failure => failure.Item)))
        {
            errors.Add("items", $"has '{item}', which is none of the failures that the job lists");
        }

        errors.ThrowIfAny();
        return true;
    }

    /// <exception cref="InvalidFieldsException">The cursor is none of ours.</exception>
    private static async Task<SyncJobList> ReadPageAsync(IRequestClient<ListSyncJobs> client, ListSyncJobs request, CancellationToken cancellationToken)
    {
        var list = (await client.GetResponse<SyncJobList>(request, cancellationToken)).Message;
        if (list.CursorProblem is { } problem)
        {
            var errors = new FieldErrors();
            errors.Add("cursor", problem);
            throw new InvalidFieldsException(errors);
        }

        return list;
    }
}
