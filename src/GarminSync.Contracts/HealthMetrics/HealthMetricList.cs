namespace GarminSync.Contracts;

/// <summary>The answer to <see cref="ListHealthMetrics"/>.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record HealthMetricList
{
    /// <summary>All metrics that can be synchronised.</summary>
    public required IReadOnlyList<HealthMetricInfo> Metrics { get; init; }
}
