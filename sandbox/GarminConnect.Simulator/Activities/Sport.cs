namespace GarminConnect.Simulator.Activities;

/// <summary>What an activity is to Garmin Connect and to a FIT file, and what a typical recording of it looks like.</summary>
internal sealed record Sport(int TypeId, string TypeKey, int ParentTypeId, byte FitSport, byte FitSubSport, string Title)
{
    public bool HasPosition { get; init; } = true;

    /// <summary>Typical speed; 0 for a sport without distance.</summary>
    public double MetersPerSecond { get; init; }

    public int HeartRate { get; init; } = 140;

    public int MinMinutes { get; init; } = 30;

    public int MaxMinutes { get; init; } = 75;

    /// <summary>Strides, pedal turns or strokes a minute, as a FIT file has them; 0 when not measured.</summary>
    public int Cadence { get; init; }

    /// <summary>On foot: Garmin Connect counts both feet, a FIT file one.</summary>
    public bool OnFoot { get; init; }

    public int Watts { get; init; }

    /// <summary>Distance after which the watch starts a new lap; 0 for never.</summary>
    public double LapMeters { get; init; }

    /// <summary>How far the terrain goes up and down around its mean, in metres.</summary>
    public double HillMeters { get; init; } = 12;

    public double KilocaloriesPerMinute { get; init; } = 9;

    public double PoolMeters { get; init; }

    public bool Cycling => FitSport == 2;

    public bool Running => FitSport == 1;
}
