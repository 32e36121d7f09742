namespace FitTrack.Fit;

/// <summary>A length of the pool. <see langword="null"/> is what the file does not have.</summary>
public sealed class FitLength
{
    internal const int MessageNumber = 101;

    private const int Active = 1;

    internal FitLength(FitMessage message) => Message = message;

    /// <summary>The message with all its fields.</summary>
    public FitMessage Message { get; }

    /// <summary>It was swum, and not a rest.</summary>
    public bool IsActive => Message.Integer("length_type") == Active;

    /// <summary>When it began.</summary>
    public FitTime? Start => Message.Time("start_time");

    /// <summary>Seconds from start to end.</summary>
    public double? ElapsedSeconds => Message.Value("total_elapsed_time");

    /// <summary>Seconds that the timer ran.</summary>
    public double? TimerSeconds => Message.Value("total_timer_time");

    /// <summary>How many strokes it took.</summary>
    public double? Strokes => Message.Value("total_strokes");

    /// <summary>The stroke, for example <c>freestyle</c>.</summary>
    public FitCode? Stroke => Message.Code("swim_stroke");

    /// <summary>Metres per second.</summary>
    public double? SpeedMetersPerSecond => Message.Value("avg_speed");

    /// <summary>Strokes per minute.</summary>
    public double? StrokesPerMinute => Message.Value("avg_swimming_cadence");
}
