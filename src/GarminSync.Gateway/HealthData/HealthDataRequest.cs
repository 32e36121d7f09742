namespace GarminSync.Gateway.HealthData;

/// <summary>Which values of health metrics to read, checked.</summary>
internal sealed record HealthDataRequest
{
    public required string UserId { get; init; }

    public required IReadOnlyList<string> MetricTypes { get; init; }

    public required HealthResolution Resolution { get; init; }

    /// <summary>As the caller writes it.</summary>
    public required string ResolutionName { get; init; }

    public required int Points { get; init; }

    /// <summary>The first moment, of raw values; null for none.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last moment, of raw values; null for none.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The first day, of all others; null for none.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The last day, of all others; null for none.</summary>
    public DateOnly? LastDay { get; init; }
}
