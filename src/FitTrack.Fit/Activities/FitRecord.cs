using FitTrack.Fit.Activities;

namespace FitTrack.Fit;

/// <summary>What was measured at one moment. <see langword="null"/> is what was not.</summary>
public sealed class FitRecord
{
    internal const int MessageNumber = 20;

    private const double MillimetersPerMeter = 1000;
    private const double MillisecondsPerSecond = 1000;

    private readonly AccumulatedValues? _accumulated;

    internal FitRecord(FitMessage message, AccumulatedValues? accumulated)
    {
        Message = message;
        _accumulated = accumulated;
    }

    /// <summary>The message with all its fields, those of developers among them.</summary>
    public FitMessage Message { get; }

    /// <summary>When, in UTC. Also <see langword="null"/> where the device did not know the date: <see cref="FitMessage.Timestamp"/> has the seconds.</summary>
    public DateTimeOffset? Time => Message.Timestamp?.Utc;

    /// <summary>Where.</summary>
    public FitPosition? Position => FitPosition.From(Message.Value("position_lat"), Message.Value("position_long"));

    /// <summary>Metres above sea level, from <c>enhanced_altitude</c>, else <c>altitude</c>.</summary>
    public double? AltitudeMeters => Message.Value("enhanced_altitude") ?? Message.Value("altitude");

    /// <summary>Metres since the start, from <c>distance</c>, else added up from <c>compressed_speed_distance</c>.</summary>
    public double? DistanceMeters => Message.Value("distance") ?? _accumulated?.DistanceMeters;

    /// <summary>Metres per second, from <c>enhanced_speed</c>, else <c>speed</c>, else <c>compressed_speed_distance</c>.</summary>
    public double? SpeedMetersPerSecond => Message.Value("enhanced_speed") ?? Message.Value("speed") ?? _accumulated?.SpeedMetersPerSecond;

    /// <summary>Beats per minute.</summary>
    public double? HeartRate => Message.Value("heart_rate");

    /// <summary>Turns or strides per minute, its fraction included where the file has one; of a runner, half the steps.</summary>
    public double? CadenceRpm => Message.Sum("cadence", "fractional_cadence");

    /// <summary>Watts.</summary>
    public double? PowerWatts => Message.Value("power");

    /// <summary>Degrees Celsius, at the device.</summary>
    public double? TemperatureCelsius => Message.Value("temperature");

    /// <summary>Degrees Celsius, of the athlete.</summary>
    public double? CoreTemperatureCelsius => Message.Value("core_temperature");

    /// <summary>The slope in percent.</summary>
    public double? GradePercent => Message.Value("grade");

    /// <summary>Metres per second upwards.</summary>
    public double? VerticalSpeedMetersPerSecond => Message.Value("vertical_speed");

    /// <summary>Breaths per minute.</summary>
    public double? RespirationRate => Message.Value("enhanced_respiration_rate") ?? Message.Value("respiration_rate");

    /// <summary>Metres from one step to the next.</summary>
    public double? StepLengthMeters => Message.Value("step_length") / MillimetersPerMeter;

    /// <summary>Metres that a runner moves up and down.</summary>
    public double? VerticalOscillationMeters => Message.Value("vertical_oscillation") / MillimetersPerMeter;

    /// <summary>Seconds that a foot is on the ground.</summary>
    public double? GroundContactSeconds => Message.Value("stance_time") / MillisecondsPerSecond;

    /// <summary>Metres below the surface.</summary>
    public double? DepthMeters => Message.Value("depth");

    /// <summary>Metres by which the position may be wrong.</summary>
    public double? GpsAccuracyMeters => Message.Value("gps_accuracy");

    /// <summary>Kilocalories since the start.</summary>
    public double? Kilocalories => Message.Value("calories");

    /// <summary>Turns, strides or strokes since the start, from <c>total_cycles</c>, else added up from <c>cycles</c>.</summary>
    public double? TotalCycles => Message.Value("total_cycles") ?? _accumulated?.Cycles;

    /// <summary>The sum of all power readings in watts, from <c>accumulated_power</c>, else added up from <c>compressed_accumulated_power</c>.</summary>
    public double? AccumulatedPowerWatts => Message.Value("accumulated_power") ?? _accumulated?.PowerWatts;
}
