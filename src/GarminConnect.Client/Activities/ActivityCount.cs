using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>How many activities Garmin says that an account has. Source: <c>/activitylist-service/activities/count</c>.</summary>
internal sealed record ActivityCount(long Total, long Legs)
{
    /// <summary>Null when it does not say.</summary>
    public static ActivityCount? Read(JsonElement count) =>
        LenientJson.Whole(count, "totalCount") is { } total ? new ActivityCount(total, LenientJson.Whole(count, "multisportChildCount") ?? 0) : null;

    /// <summary>Whether a list of so many is the whole list. The legs of a multisport activity are not listed; nobody says whether the total has them.</summary>
    public bool Is(int listed) => listed == Total || listed == Total - Legs;
}
