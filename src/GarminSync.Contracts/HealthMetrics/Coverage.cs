namespace GarminSync.Contracts;

/// <summary>The answer to <see cref="GetCoverage"/>.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record Coverage
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>First day (<c>YYYY-MM-DD</c>, the athlete's calendar).</summary>
    public required string From { get; init; }

    /// <summary>Last day (<c>YYYY-MM-DD</c>, the athlete's calendar), inclusive.</summary>
    public required string To { get; init; }

    /// <summary>For each metric that is fetched by default or was asked for, its days from first to last without a gap, by metric and day.</summary>
    public required IReadOnlyList<CoverageSpan> Spans { get; init; }

    /// <summary>The days of the range on which there are activities, in their order; absent in answers of older versions.</summary>
    public IReadOnlyList<ActivityCoverageDay>? Activities { get; init; }
}
