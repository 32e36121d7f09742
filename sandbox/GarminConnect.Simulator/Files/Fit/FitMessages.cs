namespace GarminConnect.Simulator.Files.Fit;

/// <summary>The messages of an activity file, with the numbers, types and scales of the public FIT profile.</summary>
internal static class FitMessages
{
    private static readonly FitField Timestamp = new(253, FitType.UInt32);

    /// <summary>type, manufacturer, product, serial number, time created</summary>
    public static readonly FitMessage FileId = new(0, [new(0, FitType.Enum), new(1, FitType.UInt16), new(2, FitType.UInt16), new(3, FitType.UInt32Z), new(4, FitType.UInt32)]);

    /// <summary>software version</summary>
    public static readonly FitMessage FileCreator = new(49, [new(0, FitType.UInt16)]);

    /// <summary>timestamp, event, event type</summary>
    public static readonly FitMessage Event = new(21, [Timestamp, new(0, FitType.Enum), new(1, FitType.Enum)]);

    /// <summary>timestamp, device index, manufacturer, serial number, product, software version</summary>
    public static readonly FitMessage DeviceInfo = new(
        23, [Timestamp, new(0, FitType.UInt8), new(2, FitType.UInt16), new(3, FitType.UInt32Z), new(4, FitType.UInt16), new(5, FitType.UInt16, 100)]);

    /// <summary>timestamp, latitude, longitude, distance, speed, altitude, heart rate, cadence, power, temperature</summary>
    public static readonly FitMessage Record = new(20,
    [
        Timestamp, new(0, FitType.SInt32), new(1, FitType.SInt32), new(5, FitType.UInt32, 100), new(73, FitType.UInt32, 1000),
        new(78, FitType.UInt32, 5, 500), new(3, FitType.UInt8), new(4, FitType.UInt8), new(7, FitType.UInt16), new(13, FitType.SInt8),
    ]);

    /// <summary>The totals of <see cref="FitTotals"/>, then lap trigger and sport.</summary>
    public static readonly FitMessage Lap = new(19,
    [
        new(254, FitType.UInt16), Timestamp, new(0, FitType.Enum), new(1, FitType.Enum), new(2, FitType.UInt32), new(3, FitType.SInt32), new(4, FitType.SInt32),
        new(7, FitType.UInt32, 1000), new(8, FitType.UInt32, 1000), new(9, FitType.UInt32, 100), new(11, FitType.UInt16), new(13, FitType.UInt16, 1000),
        new(14, FitType.UInt16, 1000), new(15, FitType.UInt8), new(16, FitType.UInt8), new(17, FitType.UInt8), new(18, FitType.UInt8), new(19, FitType.UInt16),
        new(20, FitType.UInt16), new(21, FitType.UInt16), new(22, FitType.UInt16), new(24, FitType.Enum), new(25, FitType.Enum),
    ]);

    /// <summary>The totals of <see cref="FitTotals"/>, then sport, sub sport, first lap, number of laps, trigger, pool length.</summary>
    public static readonly FitMessage Session = new(18,
    [
        new(254, FitType.UInt16), Timestamp, new(0, FitType.Enum), new(1, FitType.Enum), new(2, FitType.UInt32), new(3, FitType.SInt32), new(4, FitType.SInt32),
        new(7, FitType.UInt32, 1000), new(8, FitType.UInt32, 1000), new(9, FitType.UInt32, 100), new(11, FitType.UInt16), new(14, FitType.UInt16, 1000),
        new(15, FitType.UInt16, 1000), new(16, FitType.UInt8), new(17, FitType.UInt8), new(18, FitType.UInt8), new(19, FitType.UInt8), new(20, FitType.UInt16),
        new(21, FitType.UInt16), new(22, FitType.UInt16), new(23, FitType.UInt16), new(5, FitType.Enum), new(6, FitType.Enum), new(25, FitType.UInt16),
        new(26, FitType.UInt16), new(28, FitType.Enum), new(44, FitType.UInt16, 100),
    ]);

    /// <summary>timestamp, total timer time, number of sessions, type, event, event type, local timestamp</summary>
    public static readonly FitMessage Activity = new(34,
    [
        Timestamp, new(0, FitType.UInt32, 1000), new(1, FitType.UInt16), new(2, FitType.Enum), new(3, FitType.Enum), new(4, FitType.Enum), new(5, FitType.UInt32),
    ]);
}
