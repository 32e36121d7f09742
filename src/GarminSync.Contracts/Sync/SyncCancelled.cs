namespace GarminSync.Contracts;

/// <summary>A job ended on request; what was done stays.</summary>
/// <remarks>Saga → all.</remarks>
public sealed record SyncCancelled
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }

    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>One entry for each kind in the job.</summary>
    public required IReadOnlyList<SyncKindCounts> Counts { get; init; }
}
