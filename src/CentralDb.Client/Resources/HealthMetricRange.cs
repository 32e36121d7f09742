namespace CentralDb.Client;

/// <summary>Some types of data points on some days: what CentralDB is to have of them, and nothing else.</summary>
public sealed record HealthMetricRange
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The types that are replaced; at least one.</summary>
    public required IReadOnlyList<string> MetricTypes { get; init; }

    /// <summary>The first day, the user's calendar.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The data points, of this user and these types; none: there is nothing on these days. The day of a moment is <c>date</c> in its details.</summary>
    public required IReadOnlyList<HealthMetric> Metrics { get; init; }
}
