using System.Security.Claims;
using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Jobs;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GarminSync.Gateway.Sync;

/// <summary>Asks the consumers for a sync, and answers with its job or with the reason for refusing it.</summary>
internal sealed partial class SyncRequester(IRequestClient<SyncRequested> client, ILogger<SyncRequester> logger)
{
    /// <param name="request">What to sync; when it names no user, the caller's own account.</param>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public async Task<Results<Accepted<JobAnswer>, Refusal>> RequestAsync(SyncRequested request, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<SyncAccepted, SyncRefused>(request with { UserId = caller.UserOf(request.UserId) }, cancellationToken);
        if (!answer.Is(out Response<SyncAccepted>? accepted))
        {
            return ((SyncRefused)answer.Message).ToRefusal(request.WorkoutIds?.Count ?? 0);
        }

        var job = accepted.Message.Job;
        LogAccepted(job.JobId, job.JobType, accepted.Message.Joined);
        return TypedResults.Accepted(JobEndpoints.PathOf(job.JobId), JobAnswer.From(accepted.Message));
    }

    [LoggerMessage(1101, LogLevel.Information, "Job {JobId}: {JobType} asked for over HTTP (joined to a running job: {Joined})")]
    private partial void LogAccepted(Guid jobId, string jobType, bool joined);
}
