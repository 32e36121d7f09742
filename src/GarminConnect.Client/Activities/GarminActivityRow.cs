using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>Reads one row of the activity list.</summary>
internal static class GarminActivityRow
{
    /// <summary>Null for a row without a usable id.</summary>
    public static GarminActivity? Read(JsonElement row)
    {
        if (LenientJson.Whole(row, "activityId") is not (> 0 and { } id))
        {
            return null;
        }

        var activity = new GarminActivity
        {
            ActivityId = id,
            Name = LenientJson.Text(row, "activityName"),
            Description = LenientJson.Text(row, "description"),
            TypeKey = LenientJson.Text(LenientJson.Member(row, "activityType") ?? default, "typeKey"),
            StartTime = GarminTime.Utc(LenientJson.Text(row, "startTimeGMT")) ?? LenientJson.UnixMilliseconds(row, "beginTimestamp"),
            LocalStartTime = GarminTime.Local(LenientJson.Text(row, "startTimeLocal")),
            DurationSeconds = LenientJson.Number(row, "duration"),
            ElapsedSeconds = LenientJson.Number(row, "elapsedDuration"),
            MovingSeconds = LenientJson.Number(row, "movingDuration"),
            DistanceMeters = LenientJson.Number(row, "distance"),
            ElevationGainMeters = LenientJson.Number(row, "elevationGain"),
            ElevationLossMeters = LenientJson.Number(row, "elevationLoss"),
            AverageSpeedMetersPerSecond = LenientJson.Number(row, "averageSpeed"),
            Calories = LenientJson.Number(row, "calories"),
            AverageHeartRate = LenientJson.Number(row, "averageHR"),
            MaxHeartRate = LenientJson.Number(row, "maxHR"),
            AveragePower = LenientJson.Number(row, "avgPower"),
            Steps = LenientJson.Whole(row, "steps"),
            DeviceId = LenientJson.Whole(row, "deviceId"),
            EnteredByHand = LenientJson.Flag(row, "manualActivity"),
            HasLegs = LenientJson.Flag(row, "parent") == true,
            ParentId = LenientJson.Whole(row, "parentId") is > 0 and { } parent && parent != id ? parent : null,
            RawSummary = "",
            ContentHash = "",
        };

        return activity with { RawSummary = WithoutOwner(row), ContentHash = ActivityContentHash.Of(activity) };
    }

    /// <summary>A member as JSON; null for one that cannot be stored.</summary>
    public static string? Written(string name, JsonElement value)
    {
        try
        {
            return $"{JsonSerializer.Serialize(name)}:{JsonSerializer.Serialize(value)}";
        }
        catch (Exception exception) when (exception is InvalidOperationException or JsonException)
        {
            // Text that ends in the middle of an emoji. JSON can escape it, but databases refuse it.
            return null;
        }
    }

    private static string WithoutOwner(JsonElement row)
    {
        var members = LenientJson.Members(row).Where(member => !IsOfOwner(member.Name)).Select(member => Written(member.Name, member.Value)).OfType<string>();
        return $"{{{string.Join(',', members)}}}";
    }

    private static bool IsOfOwner(string name) => name.StartsWith("owner", StringComparison.OrdinalIgnoreCase) || name is "userRoles" or "userPro";
}
