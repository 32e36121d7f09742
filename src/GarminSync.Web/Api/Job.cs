namespace GarminSync.Web.Api;

/// <summary>A sync job, as <c>GET /api/garmin/sync/jobs/{job_id}</c> tells it. Times are UTC.</summary>
public sealed record Job(
    Guid JobId,
    string UserId,
    string JobType,
    string State,
    string Message,
    double Progress,
    DateTimeOffset? RequestedAt,
    DateTimeOffset? StartTime,
    DateTimeOffset? EndTime,
    DateTimeOffset? PausedUntil,
    DateTimeOffset? EstimatedEndAt,
    string? PausedReason,
    string? ErrorMessage,
    int GarminRequests,
    IReadOnlyDictionary<string, JobCounts> Counts,
    IReadOnlyList<JobFailure> Failures)
{
    public const string Paused = "paused";
    public const string Completed = "completed";
    public const string CompletedWithErrors = "completed_with_errors";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public bool HasEnded => EndTime is not null;

    public bool CanBeRetried => HasEnded && State is CompletedWithErrors or Failed;
}
