namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The ledger of health metrics: what is known about one metric of an account on one day. No row: never asked.</summary>
internal sealed class SyncedMetricDay
{
    public string UserId { get; set; } = "";

    public string Metric { get; set; } = "";

    /// <summary>The athlete's calendar.</summary>
    public DateOnly Day { get; set; }

    public MetricDayState State { get; set; }

    /// <summary>True when no other values are expected: the day is not asked for again.</summary>
    public bool Settled { get; set; }

    /// <summary>Hash of the values that CentralDB was given last; null when it was given none.</summary>
    public string? ValuesHash { get; set; }

    /// <summary>Why it failed last; for a person.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Whether Garmin is to be asked for a day.</summary>
    /// <param name="known">What the ledger has of it; null: it was never asked for.</param>
    /// <param name="force">Whether settled days are asked for too.</param>
    /// <param name="isRecent">Whether the last answer is recent enough to be left alone, though the day is not settled.</param>
    public static bool IsOpen(SyncedMetricDay? known, bool force, Func<SyncedMetricDay, bool> isRecent) => known switch
    {
        null or { State: MetricDayState.Failed } => true,
        { Settled: true } when !force => false,
        _ => !isRecent(known),
    };
}
