namespace GarminConnect.Simulator.Health;

/// <summary>The heart rate of a day.</summary>
public sealed record HeartDay
{
    /// <summary>Each two minutes; null while the watch was off.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    public required int Resting { get; init; }

    /// <summary>Of the measured among the last seven days, this one included.</summary>
    public required int SevenDayResting { get; init; }

    public required int Min { get; init; }

    public required int Max { get; init; }

    /// <summary>The lowest of the averages over three readings.</summary>
    public required int MinAverage { get; init; }

    /// <summary>The highest of the averages over three readings.</summary>
    public required int MaxAverage { get; init; }
}
