namespace GarminSync.Consumers.Sync;

/// <summary>The job before this one, of the same account, has ended.</summary>
public sealed record TurnGiven
{
    public required Guid JobId { get; init; }
}
