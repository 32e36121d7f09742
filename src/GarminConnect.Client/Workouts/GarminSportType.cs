namespace GarminConnect.Client;

/// <summary>A sport of a workout. The id decides; Garmin replaces a key that does not fit it.</summary>
internal sealed record GarminSportType(int SportTypeId, string SportTypeKey)
{
    public static readonly GarminSportType Running = new(1, "running");
    public static readonly GarminSportType Cycling = new(2, "cycling");
    public static readonly GarminSportType Other = new(3, "other");
    public static readonly GarminSportType Swimming = new(4, "swimming");
    public static readonly GarminSportType Strength = new(5, "strength_training");
    public static readonly GarminSportType Walking = new(17, "walking");
    public static readonly GarminSportType Hiking = new(18, "hiking");
}
