namespace FitTrack.Fit;

/// <summary>Something that happened, such as a stop of the timer or a change of gear.</summary>
public sealed class FitEvent
{
    internal const int MessageNumber = 21;

    internal FitEvent(FitMessage message) => Message = message;

    /// <summary>The message with all its fields.</summary>
    public FitMessage Message { get; }

    /// <summary>When, in UTC; also <see langword="null"/> where the device did not know the date.</summary>
    public DateTimeOffset? Time => Message.Timestamp?.Utc;

    /// <summary>What, for example <c>timer</c>; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? Event => Message.Code("event");

    /// <summary>How, for example <c>start</c> or <c>stop_all</c>; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? Type => Message.Code("event_type");

    /// <summary>A number whose meaning depends on the event; <see langword="null"/> when there is none.</summary>
    public long? Data => Message.Integer("data") ?? Message.Integer("data16");
}
