namespace GarminConnect.Client;

/// <summary>What to hold during a step of a workout. The id decides; Garmin replaces a key that does not fit it.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.4.</remarks>
/// <param name="WorkoutTargetTypeId">Garmin's id.</param>
/// <param name="WorkoutTargetTypeKey">Garmin's key of that id.</param>
public sealed record GarminTargetType(int WorkoutTargetTypeId, string WorkoutTargetTypeKey)
{
    /// <summary>Nothing.</summary>
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
