namespace GarminSync.Contracts;

/// <summary>Asks that a job hand out no more work; what is in flight ends. Answer: <see cref="SyncJobStatus"/> or <see cref="SyncJobNotFound"/>.</summary>
/// <remarks>Gateway → saga.</remarks>
public sealed record CancelSync
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }
}
