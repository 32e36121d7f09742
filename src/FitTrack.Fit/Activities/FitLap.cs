namespace FitTrack.Fit;

/// <summary>A lap.</summary>
public sealed class FitLap
{
    internal const int MessageNumber = 19;

    internal FitLap(FitMessage message)
    {
        Message = message;
        Totals = new(message);
    }

    /// <summary>The message with all its fields.</summary>
    public FitMessage Message { get; }

    /// <summary>Times, distance, averages and the like.</summary>
    public FitTotals Totals { get; }

    /// <summary>What ended it, for example <c>distance</c> or <c>manual</c>; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? Trigger => Message.Code("lap_trigger");

    /// <summary>What it is of an interval training, for example <c>warmup</c> or <c>rest</c>; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? Intensity => Message.Code("intensity");

    /// <summary>The sport; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? Sport => Message.Code("sport");

    /// <summary>The way to do it; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? SubSport => Message.Code("sub_sport");

    /// <summary>Which of the activity's lengths is its first, from 0; <see langword="null"/> outside a pool.</summary>
    public int? FirstLength => Message.SmallInteger("first_length_index");

    /// <summary>Which step of the workout it was, from 0; <see langword="null"/> without a workout.</summary>
    public int? WorkoutStep => Message.SmallInteger("wkt_step_index");
}
