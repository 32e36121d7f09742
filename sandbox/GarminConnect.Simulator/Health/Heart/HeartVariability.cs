namespace GarminConnect.Simulator.Health;

/// <summary>The heart rate variability of a night, in milliseconds.</summary>
public sealed record HeartVariability
{
    /// <summary>Each five minutes of sleep.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    /// <summary>The average of the readings.</summary>
    public required int NightAverage { get; init; }

    /// <summary>The average of the measured among the last seven nights, this one included.</summary>
    public required int WeekAverage { get; init; }

    public required int FiveMinuteHigh { get; init; }

    /// <summary>Null in the first three weeks.</summary>
    public required VariabilityBaseline? Baseline { get; init; }

    public string Status => Baseline switch
    {
        null => "NONE",
        _ when WeekAverage < Baseline.LowUpper => "LOW",
        _ when WeekAverage < Baseline.BalancedLow || WeekAverage > Baseline.BalancedUpper => "UNBALANCED",
        _ => "BALANCED",
    };
}
