namespace GarminConnect.Client.Health;

/// <summary>Something that Garmin measures, with one or more values per day that come together.</summary>
/// <remarks>Those of <see cref="MetricCatalogue"/> are listed in docs/health-metrics.md.</remarks>
public sealed record Metric
{
    /// <summary>In snake case, such as <c>heart_rate</c>; unique in the catalogue.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, for a person.</summary>
    public required string Description { get; init; }

    /// <summary>The depth at which it is fetched.</summary>
    public MetricDetail Detail { get; init; } = MetricDetail.Summary;

    /// <summary>The values that it may have. Not every day, device and endpoint has all of them.</summary>
    public required IReadOnlyList<MetricValueType> Values { get; init; }

    /// <summary>How many days after a day its values count as final: watches synchronise late, and people type in values later still. A recommendation.</summary>
    public int SettlesAfterDays { get; init; } = 3;

    /// <summary>How long an answer about a day that is not final yet needs no repeat; zero for what changes by the hour. A recommendation.</summary>
    public TimeSpan ServesFor { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// True for the moments of a day, which Garmin puts away after some months: then they come empty or as zeros, and that says nothing of what was measured. Source:
    /// docs/garmin-connect.md, section 6.0.
    /// </summary>
    public bool IsCurve { get; init; }

    /// <summary>
    /// How many days back from today it is asked for unless somebody names it; null for all. For what takes many requests and tells little of days long past. A
    /// recommendation.
    /// </summary>
    public int? LastDays { get; init; }

    /// <summary>True for what Garmin has no history of, such as personal records: only today can be asked for.</summary>
    public bool OnlyLatest { get; init; }
}
