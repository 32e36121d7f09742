namespace GarminSync.Contracts;

/// <summary>Asks for one job. Answer: <see cref="SyncJobStatus"/> or <see cref="SyncJobNotFound"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record GetSyncJob
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }
}
