namespace GarminSync.Contracts;

/// <summary>One kind of value of a health metric.</summary>
public sealed record HealthMetricValueInfo
{
    /// <summary><c>metric_type</c> in CentralDB, and in <see cref="HealthMetricsSynced.MetricTypes"/>.</summary>
    public required string MetricType { get; init; }

    /// <summary>Its unit, such as <c>bpm</c>; <c>1</c> for a mere number.</summary>
    public required string Unit { get; init; }
}
