using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.Activities;

/// <summary>What the form says about an activity, read and checked.</summary>
internal sealed record ActivityFields
{
    public long GarminActivityId { get; private init; }

    public string FileFormat { get; private init; } = "";

    public int FilePart { get; private init; } = 1;

    public string? Sha256 { get; private init; }

    public long? Revision { get; private init; }

    private string? Name { get; init; }

    private string? ActivityType { get; init; }

    private DateTimeOffset? StartTime { get; init; }

    private string? StartTimeLocal { get; init; }

    private int? UtcOffsetSeconds { get; init; }

    private long? ParentGarminActivityId { get; init; }

    private double? DurationSeconds { get; init; }

    private double? DistanceMeters { get; init; }

    private double? ElevationGainMeters { get; init; }

    private double? Calories { get; init; }

    private double? AverageHeartRate { get; init; }

    private double? MaxHeartRate { get; init; }

    private string? RawSummary { get; init; }

    public static ActivityFields Read(FieldErrors errors, IReadOnlyDictionary<string, string> form)
    {
        string? Value(string name) => form.GetValueOrDefault(name);
        double? Amount(string name) => Fields.Amount(errors, name, Value(name));

        return new ActivityFields
        {
            GarminActivityId = Required(errors, "garmin_activity_id", Value, Fields.Long(errors, "garmin_activity_id", Value("garmin_activity_id"), min: 1)) ?? 0,
            FileFormat = Required(errors, "file_format", Value, Format(errors, Value("file_format"))) ?? "",
            FilePart = Fields.Integer(errors, "file_part", Value("file_part"), min: 1, max: 1000) ?? 1,
            Sha256 = Digest(errors, Value("sha256")),
            Revision = Fields.Long(errors, "revision", Value("revision"), min: 0),
            Name = Fields.Text(errors, "name", Value("name"), 1000),
            ActivityType = Fields.Text(errors, "activity_type", Value("activity_type"), 100),
            StartTime = Fields.Time(errors, "start_time", Value("start_time")),
            StartTimeLocal = Fields.LocalTime(errors, "start_time_local", Value("start_time_local")),
            UtcOffsetSeconds = Fields.Integer(errors, "utc_offset_seconds", Value("utc_offset_seconds"), min: -64_800, max: 64_800),
            ParentGarminActivityId = Fields.Long(errors, "parent_garmin_activity_id", Value("parent_garmin_activity_id"), min: 1),
            DurationSeconds = Amount("duration_seconds"),
            DistanceMeters = Amount("distance_meters"),
            ElevationGainMeters = Amount("elevation_gain_meters"),
            Calories = Amount("calories"),
            AverageHeartRate = Amount("average_heart_rate"),
            MaxHeartRate = Amount("max_heart_rate"),
            RawSummary = Fields.Json(errors, "raw_summary", Value("raw_summary")),
        };
    }

    public void CopyTo(Activity activity)
    {
        activity.Name = Name;
        activity.ActivityType = ActivityType;
        activity.StartTime = StartTime;
        activity.StartTimeLocal = StartTimeLocal;
        activity.UtcOffsetSeconds = UtcOffsetSeconds;
        activity.ParentGarminActivityId = ParentGarminActivityId;
        activity.DurationSeconds = DurationSeconds;
        activity.DistanceMeters = DistanceMeters;
        activity.ElevationGainMeters = ElevationGainMeters;
        activity.Calories = Calories;
        activity.AverageHeartRate = AverageHeartRate;
        activity.MaxHeartRate = MaxHeartRate;
        activity.RawSummary = RawSummary;
        activity.Revision = Revision ?? activity.Revision;
    }

    private static T? Required<T>(FieldErrors errors, string name, Func<string, string?> value, T? read)
    {
        if (string.IsNullOrWhiteSpace(value(name)))
        {
            errors.Add(name, Fields.Required);
        }

        return read;
    }

    private static string? Format(FieldErrors errors, string? value)
    {
        var format = value?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(format) || format == ActivityFormat.None || ActivityFormat.ContentTypes.ContainsKey(format))
        {
            return format;
        }

        errors.Add("file_format", $"must be one of {string.Join(", ", ActivityFormat.ContentTypes.Keys)}, or {ActivityFormat.None}");
        return null;
    }

    private static string? Digest(FieldErrors errors, string? value)
    {
        var digest = value?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(digest))
        {
            return null;
        }

        if (digest.Length != 64 || !digest.All(char.IsAsciiHexDigit))
        {
            errors.Add("sha256", "must be 64 hexadecimal digits");
        }

        return digest;
    }
}
