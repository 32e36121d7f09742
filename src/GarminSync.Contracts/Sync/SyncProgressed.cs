namespace GarminSync.Contracts;

/// <summary>A job has got further, at most about once a second for each job; or it pauses.</summary>
/// <remarks>Saga → all.</remarks>
public sealed record SyncProgressed
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }

    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>One of <see cref="SyncJobStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Share of the work that has ended, 0.0 to 1.0; never falls.</summary>
    public required double Progress { get; init; }

    /// <summary>One entry for each kind in the job.</summary>
    public required IReadOnlyList<SyncKindCounts> Counts { get; init; }
}
