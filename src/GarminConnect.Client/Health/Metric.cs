namespace GarminConnect.Client.Health;

/// <summary>Something that Garmin measures: asked for, noted in the ledger and shown in the coverage as one, per day.</summary>
internal sealed record Metric
{
    /// <summary>In snake case, such as <c>heart_rate</c>; unique in the catalogue.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, for a person.</summary>
    public required string Description { get; init; }

    /// <summary>The depth at which it is fetched.</summary>
    public MetricDetail Detail { get; init; } = MetricDetail.Summary;

    public required IReadOnlyList<MetricValueType> Values { get; init; }

    /// <summary>How many days after a day its values are taken for final. Watches synchronise late, people type in later still.</summary>
    public int SettlesAfterDays { get; init; } = 3;

    /// <summary>How long an answer about a day that is not settled serves: zero for what changes by the hour.</summary>
    public TimeSpan ServesFor { get; init; } = TimeSpan.Zero;

    /// <summary>True for what Garmin knows without a history, such as personal records: only today is ever asked for.</summary>
    public bool OnlyLatest { get; init; }
}
