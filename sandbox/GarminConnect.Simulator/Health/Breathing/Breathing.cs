namespace GarminConnect.Simulator.Health;

/// <summary>The breaths a minute of a day.</summary>
public sealed record Breathing
{
    /// <summary>Each two minutes; -1 and -2 as with stress.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    /// <summary>For each hour with a value: its start, the average, the highest, the lowest.</summary>
    public required IReadOnlyList<(DateTimeOffset Time, double Average, int High, int Low)> Hours { get; init; }

    /// <summary>Null before the athlete has woken.</summary>
    public required double? WakingAverage { get; init; }

    /// <summary>Over the whole night, its evening included; null before it has synchronised.</summary>
    public required double? SleepAverage { get; init; }

    public required int? Highest { get; init; }

    public required int? Lowest { get; init; }

    public required Reading? Latest { get; init; }
}
