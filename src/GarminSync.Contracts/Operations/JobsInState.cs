namespace GarminSync.Contracts;

/// <summary>How many jobs are in a state.</summary>
public sealed record JobsInState
{
    /// <summary>One of <see cref="SyncJobStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>How many.</summary>
    public required int Jobs { get; init; }
}
