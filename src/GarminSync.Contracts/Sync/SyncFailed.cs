namespace GarminSync.Contracts;

/// <summary>A job could not be planned, or a published request was refused.</summary>
/// <remarks>Saga → all.</remarks>
public sealed record SyncFailed
{
    /// <summary>The sync job, as in <c>/api/garmin/sync/jobs/{job_id}</c>.</summary>
    public required Guid JobId { get; init; }

    /// <summary>CentralDB's id of the user; absent when the request named none.</summary>
    public string? UserId { get; init; }

    /// <summary>Why, for a person.</summary>
    public required string Reason { get; init; }
}
