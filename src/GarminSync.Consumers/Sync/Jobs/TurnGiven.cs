namespace GarminSync.Consumers.Sync;

/// <summary>The account's job before this one has ended: it may take its turn.</summary>
public sealed record TurnGiven
{
    public required Guid JobId { get; init; }
}
