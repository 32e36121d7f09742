namespace GarminConnect.Simulator.Activities;

/// <summary>One sample of a recording, at the resolution that a FIT file has, so that every format and the list row agree.</summary>
internal sealed record TrackPoint
{
    /// <summary>Seconds since the start of the leg, pauses included.</summary>
    public int ElapsedSeconds { get; init; }

    /// <summary>Seconds since the start of the leg, pauses left out.</summary>
    public int TimerSeconds { get; init; }

    public Position? Position { get; init; }

    public double? AltitudeMeters { get; init; }

    public double? DistanceMeters { get; init; }

    public double? MetersPerSecond { get; init; }

    public int HeartRate { get; init; }

    public int? Cadence { get; init; }

    public int? Watts { get; init; }

    public int Celsius { get; init; }
}
