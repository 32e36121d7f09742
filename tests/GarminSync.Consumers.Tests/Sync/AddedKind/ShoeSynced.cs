namespace GarminSync.Consumers.Tests.Sync.AddedKind;

/// <summary>A shoe is in CentralDB.</summary>
public sealed record ShoeSynced
{
    public required string UserId { get; init; }

    public required string Name { get; init; }
}
