namespace GarminConnect.Client.Health;

/// <summary>What an answer says about one metric on one day of the athlete's calendar.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Day">The day.</param>
/// <param name="Values">Empty when Garmin has none.</param>
/// <param name="Problem">Why values that Garmin may have could not be read, for a person; null when there was no trouble.</param>
public sealed record MetricDay(Metric Metric, DateOnly Day, IReadOnlyList<MetricValue> Values, string? Problem = null)
{
    /// <summary>Until when the device had synchronised; UTC. When that is before the end of the day, more will come. Null when the answer does not tell.</summary>
    public DateTimeOffset? SyncedUntil { get; init; }
}
