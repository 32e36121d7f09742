namespace FitTrack.Fit;

/// <summary>The device or a sensor, at one moment. <see langword="null"/> is what the file does not have.</summary>
public sealed class FitDevice
{
    internal const int MessageNumber = 23;

    private const int Creator = 0;

    internal FitDevice(FitMessage message) => Message = message;

    /// <summary>The message with all its fields.</summary>
    public FitMessage Message { get; }

    /// <summary>Its number in this file; several messages may tell of the same device.</summary>
    public int? Index => Message.SmallInteger("device_index");

    /// <summary>It wrote the file.</summary>
    public bool IsCreator => Index == Creator;

    /// <summary>Who made it.</summary>
    public FitCode? Manufacturer => Message.Code("manufacturer");

    /// <summary>The manufacturer's number of the product.</summary>
    public int? Product => Message.SmallInteger("product");

    /// <summary>The product's name, which few devices write.</summary>
    public string? ProductName => Message.Text("product_name");

    /// <summary>The serial number.</summary>
    public long? SerialNumber => Message.Integer("serial_number");

    /// <summary>The version of its software, for example 20.5.</summary>
    public double? SoftwareVersion => Message.Value("software_version");

    /// <summary>Volts of its battery.</summary>
    public double? BatteryVolts => Message.Value("battery_voltage");

    /// <summary>How full its battery is, for example <c>low</c>.</summary>
    public FitCode? BatteryStatus => Message.Code("battery_status");
}
