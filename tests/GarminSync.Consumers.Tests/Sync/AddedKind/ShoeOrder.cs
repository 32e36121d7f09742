namespace GarminSync.Consumers.Tests.Sync.AddedKind;

/// <summary>What <see cref="FetchShoeConsumer"/> has to fetch.</summary>
public sealed record ShoeOrder
{
    public required string Name { get; init; }
}
