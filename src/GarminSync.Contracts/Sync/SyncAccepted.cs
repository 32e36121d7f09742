namespace GarminSync.Contracts;

/// <summary>A sync request became a job, or was joined to the one that runs.</summary>
/// <remarks>Saga → the requester.</remarks>
public sealed record SyncAccepted
{
    /// <summary>The job.</summary>
    public required SyncJobStatus Job { get; init; }

    /// <summary>True when a running job already covers the request and no new one was made.</summary>
    public required bool Joined { get; init; }

    /// <summary>What of the request was taken otherwise than it was written, for a person; absent when it was not.</summary>
    public string? Note { get; init; }
}
