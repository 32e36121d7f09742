namespace GarminSync.Contracts;

/// <summary>A job began to plan its work.</summary>
/// <remarks>Saga → all.</remarks>
public sealed record SyncStarted
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }

    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>One of <see cref="SyncKinds"/>.</summary>
    public required string JobType { get; init; }
}
