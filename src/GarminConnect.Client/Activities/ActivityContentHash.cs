using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>
/// The hash by which edits of an activity are found. The values are named here one by one, so that a new member of <see cref="GarminActivity"/> changes no
/// hash; another choice of values needs another version in front, and a way to compare the old one.
/// </summary>
internal static class ActivityContentHash
{
    private const string Version = "1:";

    public static string Of(GarminActivity activity)
    {
        var text = new StringBuilder();
        void Add(string name, string? value) => text.Append(name).Append(value is null ? "=-" : $"={value.Length}:{value}").Append('\n');
        void AddNumber(string name, double? value) => Add(name, value?.ToString("R", CultureInfo.InvariantCulture));

        Add("id", activity.ActivityId.ToString(CultureInfo.InvariantCulture));
        Add("name", activity.Name);
        Add("description", activity.Description);
        Add("type", activity.TypeKey);
        Add("start", activity.StartTime?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        Add("local_start", activity.LocalStartTime?.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        AddNumber("duration", activity.DurationSeconds);
        AddNumber("elapsed", activity.ElapsedSeconds);
        AddNumber("moving", activity.MovingSeconds);
        AddNumber("distance", activity.DistanceMeters);
        AddNumber("gain", activity.ElevationGainMeters);
        AddNumber("loss", activity.ElevationLossMeters);
        AddNumber("speed", activity.AverageSpeedMetersPerSecond);
        AddNumber("calories", activity.Calories);
        AddNumber("average_heart_rate", activity.AverageHeartRate);
        AddNumber("max_heart_rate", activity.MaxHeartRate);
        AddNumber("power", activity.AveragePower);
        Add("steps", activity.Steps?.ToString(CultureInfo.InvariantCulture));
        Add("device", activity.DeviceId?.ToString(CultureInfo.InvariantCulture));
        Add("by_hand", activity.EnteredByHand?.ToString());
        return Version + Hex(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Whether it is the hash of the activity, in the version that it has.</summary>
    public static bool IsOf(GarminActivity activity, string hash) =>
        hash == activity.ContentHash || (!hash.Contains(':', StringComparison.Ordinal) && hash == Unversioned(activity));

    /// <summary>The hash from before there were versions: of the JSON of the record as it was then. For ledgers of that time; never to be changed.</summary>
    public static string Unversioned(GarminActivity activity) => Hex(JsonSerializer.SerializeToUtf8Bytes(new
    {
        activity.ActivityId,
        activity.Name,
        activity.Description,
        activity.TypeKey,
        activity.StartTime,
        activity.LocalStartTime,
        activity.DurationSeconds,
        activity.ElapsedSeconds,
        activity.MovingSeconds,
        activity.DistanceMeters,
        activity.ElevationGainMeters,
        activity.ElevationLossMeters,
        activity.AverageSpeedMetersPerSecond,
        activity.Calories,
        activity.AverageHeartRate,
        activity.MaxHeartRate,
        activity.AveragePower,
        activity.Steps,
        activity.DeviceId,
        activity.EnteredByHand,
        RawSummary = "",
        ContentHash = "",
    }));

    private static string Hex(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
