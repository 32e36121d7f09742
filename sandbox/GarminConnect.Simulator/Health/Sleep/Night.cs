namespace GarminConnect.Simulator.Health;

/// <summary>A night. It belongs to the day on which the athlete wakes.</summary>
public sealed record Night
{
    /// <summary>UTC; often on the evening before.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Without a hole from start to end.</summary>
    public required IReadOnlyList<SleepPhase> Phases { get; init; }

    /// <summary>When the athlete tossed about, and how often within some minutes.</summary>
    public required IReadOnlyList<Reading> RestlessMoments { get; init; }

    /// <summary>Each two minutes.</summary>
    public required IReadOnlyList<Reading> HeartRates { get; init; }

    /// <summary>Each three minutes.</summary>
    public required IReadOnlyList<Reading> Stress { get; init; }

    /// <summary>Each three minutes.</summary>
    public required IReadOnlyList<Reading> BodyBattery { get; init; }

    /// <summary>Each two minutes.</summary>
    public required IReadOnlyList<Reading> Breaths { get; init; }

    /// <summary>Each minute; empty for a device that cannot.</summary>
    public required IReadOnlyList<Reading> Oxygen { get; init; }

    public required double SkinTemperatureDeviationCelsius { get; init; }

    public int DeepSeconds => SecondsOf(SleepStage.Deep);

    public int LightSeconds => SecondsOf(SleepStage.Light);

    public int RemSeconds => SecondsOf(SleepStage.Rem);

    public int AwakeSeconds => SecondsOf(SleepStage.Awake);

    /// <summary>Without the time awake.</summary>
    public int AsleepSeconds => DeepSeconds + LightSeconds + RemSeconds;

    public int AwakeCount => Phases.Count(phase => phase.Stage == SleepStage.Awake);

    /// <summary>0 to 100.</summary>
    public int Score => Math.Clamp((int)(20 + (AsleepSeconds / 460.0) + (DeepSeconds / 600.0) + (RemSeconds / 700.0) - (AwakeSeconds / 240.0)), 20, 100);

    public string Quality => SleepQuality.Of(Score);

    public double AverageHeartRate => Average(HeartRates);

    public double AverageStress => Average(Stress);

    public double AverageBreaths => Average(Breaths);

    public double? AverageOxygen => Oxygen.Count == 0 ? null : Average(Oxygen);

    /// <summary>How much body battery the night gave.</summary>
    public int BodyBatteryChange => BodyBattery[^1].Value!.Value - BodyBattery[0].Value!.Value;

    private int SecondsOf(SleepStage stage) => Phases.Where(phase => phase.Stage == stage).Sum(phase => phase.Seconds);

    private static double Average(IReadOnlyList<Reading> readings) => Math.Round(readings.Average(reading => reading.Value!.Value), 2);
}
