namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The ledger of health metrics: what is known about one metric of an account on one day. No row: never asked.</summary>
internal sealed class SyncedMetricDay
{
    public string UserId { get; set; } = "";

    public string Metric { get; set; } = "";

    /// <summary>The athlete's calendar.</summary>
    public DateOnly Day { get; set; }

    public MetricDayState State { get; set; }

    /// <summary>True when no other values are expected: the day is not asked for again, unless a neighbouring day gets values late.</summary>
    public bool Settled { get; set; }

    /// <summary>Hash of the values that CentralDB was given last; null when it has none.</summary>
    public string? ValuesHash { get; set; }

    /// <summary>Why it failed last, for a person; null when Garmin has answered since.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Whether a value of it shows that a device has spoken of the day.</summary>
    public bool FromDevice { get; set; }

    /// <summary>Whether CentralDB was given some of the metric's values by a call that has not all of them: one that has completes them.</summary>
    public bool InPart { get; set; }

    /// <summary>
    /// Of a day that was given up (then there is a <see cref="Reason"/>), or of which the device has not told the end: when a sync asks again; UTC. Null: as soon as
    /// it is due.
    /// </summary>
    public DateTimeOffset? NextAskAt { get; set; }
}
