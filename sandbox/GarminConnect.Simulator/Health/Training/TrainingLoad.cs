namespace GarminConnect.Simulator.Health;

/// <summary>An athlete's training load and status at the end of a day.</summary>
public sealed record TrainingLoad
{
    /// <summary>The load of the last seven days.</summary>
    public required int Acute { get; init; }

    /// <summary>A quarter of the load of the last 28 days.</summary>
    public required int Chronic { get; init; }

    /// <summary>False in the first two weeks.</summary>
    public required bool Known { get; init; }

    public double? Ratio => Known && Chronic > 0 ? Math.Round((double)Acute / Chronic, 1) : null;

    /// <summary>0 none, 1 detraining, 4 maintaining, 5 recovery, 7 productive, 8 strained.</summary>
    public int Status => Ratio switch
    {
        null => 0,
        < 0.5 => 1,
        < 0.8 => 5,
        <= 1 => 4,
        <= 1.5 => 7,
        _ => 8,
    };

    public string StatusPhrase => Status switch
    {
        0 => "NO_STATUS_1",
        1 => "DETRAINING_1",
        4 => "MAINTAINING_3",
        5 => "RECOVERY_2",
        7 => "PRODUCTIVE_6",
        _ => "STRAINED_1",
    };

    public string RatioStatus => Ratio switch
    {
        null => "NONE",
        < 0.8 => "LOW",
        <= 1.5 => "OPTIMAL",
        _ => "HIGH",
    };

    /// <summary>Of four weeks.</summary>
    public double AerobicLow => Math.Round(Chronic * 4 * 0.5, 4);

    /// <summary>Of four weeks.</summary>
    public double AerobicHigh => Math.Round(Chronic * 4 * 0.42, 4);

    /// <summary>Of four weeks.</summary>
    public double Anaerobic => Math.Round(Chronic * 4 * 0.08, 4);
}
