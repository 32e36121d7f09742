using System.Text.Json.Serialization;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Jobs;

/// <summary>A sync job, with all fields that the sync calls of the original ever had.</summary>
internal sealed record JobAnswer
{
    /// <summary>The job; null when there never was one.</summary>
    public Guid? JobId { get; init; }

    /// <summary>The same as <c>job_id</c>.</summary>
    public Guid? SyncJobId => JobId;

    /// <summary>CentralDB's id of the user.</summary>
    public string? UserId { get; init; }

    /// <summary><c>activities</c>, <c>health</c>, <c>workouts</c> or <c>all</c>.</summary>
    public string? JobType { get; init; }

    /// <summary><c>pending</c>, <c>in_progress</c>, <c>completed</c> or <c>failed</c>; <c>idle</c> when there never was a job.</summary>
    public required string Status { get; init; }

    /// <summary><c>queued</c>, <c>planning</c>, <c>fetching</c>, <c>paused</c>, <c>completed</c>, <c>completed_with_errors</c>, <c>failed</c>, <c>cancelled</c>; or <c>idle</c>.</summary>
    public required string State { get; init; }

    /// <summary>The state of the job in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Share of the work that has ended, 0.0 to 1.0; never falls.</summary>
    [JsonConverter(typeof(FractionConverter))]
    public double Progress { get; init; }

    /// <summary>UTC time at which the job was accepted.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>UTC time at which planning began; null while queued.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>UTC time at which the job ended; null before.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>UTC time at which a paused job goes on by itself; null when it is not paused, or waits for a person to log in.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>UTC time at which the job will have ended at the pace of late, pauses included; null when that is not known, and in lists.</summary>
    public DateTimeOffset? EstimatedEndAt { get; init; }

    /// <summary>UTC time of the account's next scheduled sync; only in <c>/api/garmin/sync/status</c>, and absent when none is scheduled.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? NextSyncAt { get; init; }

    /// <summary>Why the job failed or ended with errors; null otherwise.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>HTTP requests made to Garmin for this job so far.</summary>
    public int GarminRequests { get; init; }

    /// <summary>How far the job is with each of its kinds of data.</summary>
    public IReadOnlyDictionary<string, JobCountsAnswer> Counts { get; init; } = new Dictionary<string, JobCountsAnswer>();

    /// <summary>The failed items, at most 100 of them; empty in lists.</summary>
    public IReadOnlyList<JobFailureAnswer> Failures { get; init; } = [];

    /// <summary>The status of an account that never had a job.</summary>
    public static JobAnswer Idle(string? userId) =>
        new() { UserId = userId, Status = "idle", State = "idle", Message = "No synchronization has been started yet." };

    public static JobAnswer From(SyncAccepted accepted) => From(accepted.Job) with { Message = JobMessages.Accepted(accepted) };

    public static JobAnswer From(SyncJobStatus job) => new()
    {
        JobId = job.JobId,
        UserId = job.UserId,
        JobType = job.JobType,
        Status = CoarseStatus(job.State),
        State = job.State,
        Message = JobMessages.Describe(job),
        Progress = job.Progress,
        RequestedAt = job.RequestedAt,
        StartTime = job.StartedAt,
        EndTime = job.FinishedAt,
        PausedUntil = job.PausedUntil,
        EstimatedEndAt = job.EstimatedEndAt,
        NextSyncAt = job.NextSyncAt,
        ErrorMessage = JobMessages.Error(job),
        GarminRequests = job.GarminRequests,
        Counts = job.Counts.ToDictionary(counts => counts.Kind, JobCountsAnswer.From),
        Failures = [.. job.Failures.Select(JobFailureAnswer.From)],
    };

    private static string CoarseStatus(string state) => state switch
    {
        SyncJobStates.Queued => "pending",
        SyncJobStates.Completed or SyncJobStates.CompletedWithErrors => "completed",
        SyncJobStates.Failed or SyncJobStates.Cancelled => "failed",
        _ => "in_progress",
    };
}
