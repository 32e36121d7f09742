using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GarminSync.Consumers.GarminConnect;

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
            RawSummary = "",
            ContentHash = "",
        };

        return activity with { RawSummary = WithoutOwner(row), ContentHash = Hash(activity) };
    }

    private static string Hash(GarminActivity activity) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(activity)));

    private static string WithoutOwner(JsonElement row)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in row.EnumerateObject().Where(member => !IsOfOwner(member.Name)))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static bool IsOfOwner(string name) => name.StartsWith("owner", StringComparison.OrdinalIgnoreCase) || name is "userRoles" or "userPro";
}
