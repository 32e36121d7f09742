namespace GarminConnect.Simulator.Health;

/// <summary>The stress of a day: each three minutes a level of 0 to 100, or a code why there is none.</summary>
public sealed record StressDay
{
    public const int SecondsBetween = 180;

    /// <summary>-1: the watch was off; -2: too active to tell.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    /// <summary>-1 when nothing could be measured.</summary>
    public int Average => Measured.Any() ? (int)Math.Round(Measured.Average()) : Signals.OffWristCode;

    public int Max => Measured.DefaultIfEmpty(Signals.OffWristCode).Max();

    public int RestSeconds => SecondsOf(level => level is >= 0 and <= 25);

    public int LowSeconds => SecondsOf(level => level is > 25 and <= 50);

    public int MediumSeconds => SecondsOf(level => level is > 50 and <= 75);

    public int HighSeconds => SecondsOf(level => level > 75);

    public int StressSeconds => LowSeconds + MediumSeconds + HighSeconds;

    public int ActivitySeconds => SecondsOf(level => level == Signals.TooActiveCode);

    public int UncategorizedSeconds => SecondsOf(level => level == Signals.OffWristCode);

    public int TotalSeconds => Readings.Count * SecondsBetween;

    private IEnumerable<int> Measured => Readings.Select(reading => reading.Value!.Value).Where(level => level >= 0);

    private int SecondsOf(Func<int, bool> kind) => Readings.Count(reading => kind(reading.Value!.Value)) * SecondsBetween;
}
