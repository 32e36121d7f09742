namespace GarminConnect.Client;

/// <summary>A sport of a workout. The id decides; Garmin replaces a key that does not fit it.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.4.</remarks>
/// <param name="SportTypeId">Garmin's id.</param>
/// <param name="SportTypeKey">Garmin's key of that id.</param>
public sealed record GarminSportType(int SportTypeId, string SportTypeKey)
{
    /// <summary>Running.</summary>
    public static readonly GarminSportType Running = new(1, "running");

    /// <summary>Cycling.</summary>
    public static readonly GarminSportType Cycling = new(2, "cycling");

    /// <summary>Any other sport.</summary>
    public static readonly GarminSportType Other = new(3, "other");

    /// <summary>Swimming.</summary>
    public static readonly GarminSportType Swimming = new(4, "swimming");

    /// <summary>Strength training.</summary>
    public static readonly GarminSportType Strength = new(5, "strength_training");

    /// <summary>Walking.</summary>
    public static readonly GarminSportType Walking = new(17, "walking");

    /// <summary>Hiking.</summary>
    public static readonly GarminSportType Hiking = new(18, "hiking");
}
