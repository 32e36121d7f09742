namespace GarminSync.Consumers.HealthMetrics;

/// <summary>What <see cref="FetchHealthMetricsConsumer"/> has to fetch.</summary>
public sealed record HealthMetricOrder
{
    /// <summary>The endpoint that the plan chose, by its name in the catalogue.</summary>
    public required string Endpoint { get; init; }

    /// <summary>First day, the athlete's calendar.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Names of the metrics that are wanted; the endpoint may answer for more.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Whether days are fetched that are settled.</summary>
    public bool Force { get; init; }

    /// <summary>When the plan was made. Later answers in the ledger are those of an earlier try of this order.</summary>
    public required DateTimeOffset PlannedAt { get; init; }
}
