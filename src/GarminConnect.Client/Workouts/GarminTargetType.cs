namespace GarminConnect.Client;

/// <summary>What to hold during a step of a workout.</summary>
internal sealed record GarminTargetType(int WorkoutTargetTypeId, string WorkoutTargetTypeKey)
{
    public static readonly GarminTargetType None = new(1, "no.target");

    /// <summary>A zone, or watts.</summary>
    public static readonly GarminTargetType Power = new(2, "power.zone");

    /// <summary>Steps or revolutions a minute.</summary>
    public static readonly GarminTargetType Cadence = new(3, "cadence");

    /// <summary>A zone, or beats a minute.</summary>
    public static readonly GarminTargetType HeartRate = new(4, "heart.rate.zone");

    /// <summary>Metres per second.</summary>
    public static readonly GarminTargetType Speed = new(5, "speed.zone");

    /// <summary>Metres per second, shown as a pace.</summary>
    public static readonly GarminTargetType Pace = new(6, "pace.zone");
}
