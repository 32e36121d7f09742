namespace FitTrack.Fit;

/// <summary>The totals of a session or a lap, as the device computed them. <see langword="null"/> is what the file does not have.</summary>
public sealed class FitTotals
{
    private readonly FitMessage _message;

    internal FitTotals(FitMessage message) => _message = message;

    /// <summary>When it began.</summary>
    public FitTime? Start => _message.Time("start_time");

    /// <summary>When the device wrote these totals: the message's own time. It ended <see cref="ElapsedSeconds"/> after <see cref="Start"/>, which may be earlier.</summary>
    public FitTime? End => _message.Timestamp;

    /// <summary>Seconds from start to end, pauses included.</summary>
    public double? ElapsedSeconds => _message.Value("total_elapsed_time");

    /// <summary>Seconds that the timer ran, without pauses.</summary>
    public double? TimerSeconds => _message.Value("total_timer_time");

    /// <summary>Seconds in motion.</summary>
    public double? MovingSeconds => _message.Value("total_moving_time");

    /// <summary>Metres.</summary>
    public double? DistanceMeters => _message.Value("total_distance");

    /// <summary>Turns, strides or strokes.</summary>
    public double? Cycles => _message.Value("total_cycles");

    /// <summary>Kilocalories.</summary>
    public double? Kilocalories => _message.Value("total_calories");

    /// <summary>Metres per second, from the enhanced field where there is one.</summary>
    public double? AverageSpeedMetersPerSecond => _message.Value("enhanced_avg_speed") ?? _message.Value("avg_speed");

    /// <summary>Metres per second, from the enhanced field where there is one.</summary>
    public double? MaxSpeedMetersPerSecond => _message.Value("enhanced_max_speed") ?? _message.Value("max_speed");

    /// <summary>Beats per minute.</summary>
    public double? AverageHeartRate => _message.Value("avg_heart_rate");

    /// <summary>Beats per minute.</summary>
    public double? MaxHeartRate => _message.Value("max_heart_rate");

    /// <summary>Beats per minute.</summary>
    public double? MinHeartRate => _message.Value("min_heart_rate");

    /// <summary>Turns or strides per minute, with its fraction; of a runner, half the steps.</summary>
    public double? AverageCadenceRpm => _message.Sum("avg_cadence", "avg_fractional_cadence");

    /// <summary>Turns or strides per minute, with its fraction; of a runner, half the steps.</summary>
    public double? MaxCadenceRpm => _message.Sum("max_cadence", "max_fractional_cadence");

    /// <summary>Watts.</summary>
    public double? AveragePowerWatts => _message.Value("avg_power");

    /// <summary>Watts.</summary>
    public double? MaxPowerWatts => _message.Value("max_power");

    /// <summary>Watts that, held evenly, would have been as hard.</summary>
    public double? NormalizedPowerWatts => _message.Value("normalized_power");

    /// <summary>Joules.</summary>
    public double? WorkJoules => _message.Value("total_work");

    /// <summary>Metres upwards, with its fraction.</summary>
    public double? AscentMeters => _message.Sum("total_ascent", "total_fractional_ascent");

    /// <summary>Metres downwards, with its fraction; a positive number.</summary>
    public double? DescentMeters => _message.Sum("total_descent", "total_fractional_descent");

    /// <summary>Metres above sea level.</summary>
    public double? AverageAltitudeMeters => _message.Value("enhanced_avg_altitude") ?? _message.Value("avg_altitude");

    /// <summary>Metres above sea level.</summary>
    public double? MinAltitudeMeters => _message.Value("enhanced_min_altitude") ?? _message.Value("min_altitude");

    /// <summary>Metres above sea level.</summary>
    public double? MaxAltitudeMeters => _message.Value("enhanced_max_altitude") ?? _message.Value("max_altitude");

    /// <summary>Degrees Celsius, at the device.</summary>
    public double? AverageTemperatureCelsius => _message.Value("avg_temperature");

    /// <summary>Degrees Celsius, at the device.</summary>
    public double? MinTemperatureCelsius => _message.Value("min_temperature");

    /// <summary>Degrees Celsius, at the device.</summary>
    public double? MaxTemperatureCelsius => _message.Value("max_temperature");

    /// <summary>Breaths per minute.</summary>
    public double? AverageRespirationRate => _message.Value("enhanced_avg_respiration_rate") ?? _message.Value("avg_respiration_rate");

    /// <summary>Breaths per minute.</summary>
    public double? MaxRespirationRate => _message.Value("enhanced_max_respiration_rate") ?? _message.Value("max_respiration_rate");

    /// <summary>Where it began.</summary>
    public FitPosition? StartPosition => FitPosition.From(_message.Value("start_position_lat"), _message.Value("start_position_long"));

    /// <summary>Where it ended.</summary>
    public FitPosition? EndPosition => FitPosition.From(_message.Value("end_position_lat"), _message.Value("end_position_long"));

    /// <summary>The swimming stroke, for example <c>freestyle</c>.</summary>
    public FitCode? SwimStroke => _message.Code("swim_stroke");

    /// <summary>Metres for a swimming stroke.</summary>
    public double? StrokeLengthMeters => _message.Value("avg_stroke_distance");

    /// <summary>Lengths of the pool, those without swimming included.</summary>
    public double? Lengths => _message.Value("num_lengths");

    /// <summary>Lengths of the pool that were swum.</summary>
    public double? ActiveLengths => _message.Value("num_active_lengths");
}
