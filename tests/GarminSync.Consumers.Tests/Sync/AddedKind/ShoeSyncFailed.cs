namespace GarminSync.Consumers.Tests.Sync.AddedKind;

/// <summary>A shoe was given up.</summary>
public sealed record ShoeSyncFailed
{
    public required string UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>For a person.</summary>
    public required string Reason { get; init; }

    public required Guid JobId { get; init; }
}
