namespace GarminConnect.Client.Health;

/// <summary>What an answer says about one metric on one day of the athlete's calendar.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Day">The day.</param>
/// <param name="Values">Empty when Garmin has none.</param>
/// <param name="Problem">Why values that Garmin may have could not be read, for a person; null when there was no trouble.</param>
public sealed record MetricDay(Metric Metric, DateOnly Day, IReadOnlyList<MetricValue> Values, string? Problem = null)
{
    /// <summary>Whether there is a value. A day that has nothing but goals is one without values: not every call of Garmin's has them.</summary>
    public bool HasValues => Values.Count > 0;

    /// <summary>Whether a part of what Garmin gave could not be read: what is in <see cref="Values"/> is right, what is missing there may exist all the same.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether a value shows that a device was worn that day and has synchronised since. A 0 shows nothing: Garmin has it for days without a device too.</summary>
    public bool HasDeviceValues => Values.Any(value => value.Type.FromDevice && value.Value != 0);

    /// <summary>Until when the device had synchronised; UTC. When that is before the end of the day, more may come. Null when the answer does not tell.</summary>
    public DateTimeOffset? SyncedUntil { get; init; }
}
