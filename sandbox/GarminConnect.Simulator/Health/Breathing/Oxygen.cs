namespace GarminConnect.Simulator.Health;

/// <summary>The blood's oxygen saturation over the sleeping minutes of a day, in percent.</summary>
public sealed record Oxygen
{
    /// <summary>Each minute asleep between midnight and midnight.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    /// <summary>For each hour with a reading: its start and the average.</summary>
    public required IReadOnlyList<(DateTimeOffset Time, int Average)> Hours { get; init; }

    /// <summary>Null on a day without a minute of measured sleep, as are the others.</summary>
    public double? Average => Readings.Count == 0 ? null : Math.Round(Readings.Average(reading => reading.Value!.Value));

    public int? Lowest => Readings.Count == 0 ? null : Readings.Min(reading => reading.Value);

    public Reading? Latest => Readings.Count == 0 ? null : Readings[^1];
}
