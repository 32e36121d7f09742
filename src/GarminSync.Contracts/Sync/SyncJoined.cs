namespace GarminSync.Contracts;

/// <summary>A published <see cref="SyncRequested"/> got no job of its own: one that waits already does all that it asks for. What follows is told under that job's id.</summary>
/// <remarks>Consumers → all. <c>GET /api/garmin/sync/jobs/{job_id}</c> answers under both ids.</remarks>
public sealed record SyncJoined
{
    /// <summary>The id of the request: its <see cref="SyncRequested.JobId"/>, else the id of its message.</summary>
    public required Guid JobId { get; init; }

    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The job that does it.</summary>
    public required Guid JoinedJobId { get; init; }
}
