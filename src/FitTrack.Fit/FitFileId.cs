namespace FitTrack.Fit;

/// <summary>What a file is and who wrote it: the message <c>file_id</c>.</summary>
public sealed class FitFileId
{
    internal const int MessageNumber = 0;

    private const int ActivityType = 4;

    internal FitFileId(FitMessage message) => Message = message;

    /// <summary>The message with all its fields.</summary>
    public FitMessage Message { get; }

    /// <summary>The kind of file, for example <c>activity</c> or <c>monitoring_b</c>; <see langword="null"/> when it is not said.</summary>
    public FitCode? Type => Message.Code("type");

    /// <summary>The file is that of an activity.</summary>
    public bool IsActivity => Type?.Number == ActivityType;

    /// <summary>The device's manufacturer; <see langword="null"/> when it is not said.</summary>
    public FitCode? Manufacturer => Message.Code("manufacturer");

    /// <summary>The manufacturer's number of the product; <see langword="null"/> when it is not said.</summary>
    public int? Product => Message.SmallInteger("product");

    /// <summary>The device's serial number; <see langword="null"/> when it is not said.</summary>
    public long? SerialNumber => Message.Integer("serial_number");

    /// <summary>When the file was begun; <see langword="null"/> when it is not said.</summary>
    public FitTime? TimeCreated => Message.Time("time_created");
}
