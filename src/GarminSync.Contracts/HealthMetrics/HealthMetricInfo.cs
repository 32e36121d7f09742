namespace GarminSync.Contracts;

/// <summary>A health metric that can be synchronised.</summary>
public sealed record HealthMetricInfo
{
    /// <summary>Its name, as in <see cref="SyncRequested.Metrics"/>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, for a person.</summary>
    public required string Description { get; init; }

    /// <summary>One of <see cref="SyncDetails"/>: the depth at which it is fetched when no metrics are named.</summary>
    public required string Detail { get; init; }

    /// <summary>The values that it consists of.</summary>
    public required IReadOnlyList<HealthMetricValueInfo> Values { get; init; }
}
