namespace GarminConnect.Simulator.Activities;

/// <summary>The part of Garmin Connect's type table that clients meet most.</summary>
internal static class ActivityTypes
{
    public static readonly IReadOnlyList<ActivityType> All =
    [
        new(1, "running", 17), new(2, "cycling", 17), new(3, "hiking", 17), new(4, "other", 17), new(5, "mountain_biking", 2), new(6, "trail_running", 1),
        new(8, "track_running", 1), new(9, "walking", 17), new(10, "road_biking", 2), new(13, "strength_training", 29, Trimmable: false), new(17, "all", 0),
        new(18, "treadmill_running", 1, Trimmable: false), new(25, "indoor_cycling", 2, Trimmable: false), new(26, "swimming", 17),
        new(27, "lap_swimming", 26, Trimmable: false), new(28, "open_water_swimming", 26), new(29, "fitness_equipment", 17, Trimmable: false),
        new(89, "multi_sport", 17, Trimmable: false), new(152, "virtual_ride", 2), new(163, "yoga", 29, Trimmable: false), new(228, "water_sports", 17),
        new(239, "stand_up_paddleboarding_v2", 228),
    ];

    private static readonly Dictionary<int, ActivityType> ById = All.ToDictionary(type => type.TypeId);

    public static ActivityType Get(int typeId) => ById[typeId];

    public static ActivityType? Find(string? typeKey) => All.FirstOrDefault(type => type.TypeKey == typeKey);

    /// <summary>Whether the type, or one that it descends from, has this key.</summary>
    public static bool IsUnder(int typeId, string typeKey)
    {
        for (var type = ById.GetValueOrDefault(typeId); type is not null; type = ById.GetValueOrDefault(type.ParentTypeId))
        {
            if (type.TypeKey == typeKey)
            {
                return true;
            }
        }

        return false;
    }
}
