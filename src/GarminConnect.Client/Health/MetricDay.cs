namespace GarminConnect.Client.Health;

/// <summary>What an answer says about one metric on one day of the athlete's calendar.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Day">The day.</param>
/// <param name="Values">Empty when Garmin has none.</param>
/// <param name="Problem">Why the values could not be read, for a person; null when they could.</param>
internal sealed record MetricDay(Metric Metric, DateOnly Day, IReadOnlyList<MetricValue> Values, string? Problem = null)
{
    /// <summary>UTC time up to which the device had synchronised, where the answer tells; before the end of the day, more is to come.</summary>
    public DateTimeOffset? SyncedUntil { get; init; }
}
