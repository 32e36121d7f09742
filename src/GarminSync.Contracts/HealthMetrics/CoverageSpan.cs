namespace GarminSync.Contracts;

/// <summary>Days in a row of which the same is known about one metric.</summary>
public sealed record CoverageSpan
{
    /// <summary>Name of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>First day (<c>YYYY-MM-DD</c>, the athlete's calendar).</summary>
    public required string From { get; init; }

    /// <summary>Last day (<c>YYYY-MM-DD</c>, the athlete's calendar), inclusive.</summary>
    public required string To { get; init; }

    /// <summary>One of <see cref="CoverageStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed, for a person; absent otherwise.</summary>
    public string? Reason { get; init; }
}
