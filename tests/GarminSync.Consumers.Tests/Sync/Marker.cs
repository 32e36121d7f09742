namespace GarminSync.Consumers.Tests.Sync;

/// <summary>Heard after everything that was sent before it.</summary>
public sealed record Marker
{
    public required Guid Id { get; init; }
}
