namespace GarminSync.Contracts;

/// <summary>Asks for jobs, newest first. Answer: <see cref="SyncJobList"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record ListSyncJobs
{
    /// <summary>Only this user's; absent: all.</summary>
    public string? UserId { get; init; }

    /// <summary>Only in this state (<see cref="SyncJobStates"/>); absent: any.</summary>
    public string? State { get; init; }

    /// <summary>Only of this type (<see cref="SyncKinds"/>); absent: any.</summary>
    public string? JobType { get; init; }

    /// <summary>Largest number of jobs in the answer, 1 to 200.</summary>
    public required int Limit { get; init; }

    /// <summary>Number of jobs to pass over; absent: 0.</summary>
    public int? Offset { get; init; }

    /// <summary><see cref="SyncJobList.NextCursor"/> of the page before; goes before <see cref="Offset"/>.</summary>
    public string? Cursor { get; init; }
}
