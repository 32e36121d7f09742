namespace FitTrack.Fit;

/// <summary>An activity, or one sport of a multisport activity, as a whole.</summary>
public sealed class FitSession
{
    internal const int MessageNumber = 18;

    internal FitSession(FitMessage message)
    {
        Message = message;
        Totals = new(message);
    }

    /// <summary>The message with all its fields.</summary>
    public FitMessage Message { get; }

    /// <summary>Times, distance, averages and the like.</summary>
    public FitTotals Totals { get; }

    /// <summary>The sport, for example <c>running</c>; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? Sport => Message.Code("sport");

    /// <summary>The way to do it, for example <c>trail</c>; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? SubSport => Message.Code("sub_sport");

    /// <summary>The name that the sport has on the device; <see langword="null"/> when the file does not say it.</summary>
    public string? SportName => Message.Text("sport_profile_name");

    /// <summary>Which of the activity's laps is its first, from 0; <see langword="null"/> when the file does not say it.</summary>
    public int? FirstLap => Message.SmallInteger("first_lap_index");

    /// <summary>How many laps it has; <see langword="null"/> when the file does not say it.</summary>
    public int? LapCount => Message.SmallInteger("num_laps");

    /// <summary>What ended it; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? Trigger => Message.Code("trigger");

    /// <summary>Metres of a length of the pool; <see langword="null"/> outside a pool.</summary>
    public double? PoolLengthMeters => Message.Value("pool_length");

    /// <summary>Aerobic training effect, 0 to 5; <see langword="null"/> when the device computed none.</summary>
    public double? TrainingEffect => Message.Value("total_training_effect");

    /// <summary>Anaerobic training effect, 0 to 5; <see langword="null"/> when the device computed none.</summary>
    public double? AnaerobicTrainingEffect => Message.Value("total_anaerobic_training_effect");

    /// <summary>Training stress score; <see langword="null"/> when the device computed none.</summary>
    public double? TrainingStressScore => Message.Value("training_stress_score");

    /// <summary>Normalized power by threshold power; <see langword="null"/> when the device computed none.</summary>
    public double? IntensityFactor => Message.Value("intensity_factor");
}
