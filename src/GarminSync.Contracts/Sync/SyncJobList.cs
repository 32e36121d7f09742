namespace GarminSync.Contracts;

/// <summary>The answer to <see cref="ListSyncJobs"/>.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record SyncJobList
{
    /// <summary>Newest first, without their failures.</summary>
    public required IReadOnlyList<SyncJobStatus> Jobs { get; init; }

    /// <summary>Asks for the next page; absent on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>What is wrong with the cursor of the request, for a person; absent when nothing is. Then there are no jobs.</summary>
    public string? CursorProblem { get; init; }
}
