using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>How many activities Garmin says that an account has.</summary>
/// <remarks>Source: <c>/activitylist-service/activities/count</c>; docs/garmin-connect.md, section 5.1.</remarks>
/// <param name="Total">All activities; with or without the legs of multisport activities, which is not known.</param>
/// <param name="Legs">The legs of multisport activities, which are not in the list; 0 when Garmin does not say.</param>
public sealed record ActivityCount(long Total, long Legs)
{
    internal static ActivityCount? Read(JsonElement count) =>
        LenientJson.Whole(count, "totalCount") is { } total ? new ActivityCount(total, LenientJson.Whole(count, "multisportChildCount") ?? 0) : null;

    /// <summary>Whether a list of so many activities can be the whole list, by either reading of <see cref="Total"/>.</summary>
    /// <param name="listed">How many activities the list has.</param>
    public bool Is(int listed) => listed == Total || listed == Total - Legs;
}
