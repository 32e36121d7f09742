using System.Globalization;
using System.Text.Json.Serialization;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>
/// What a list shows of an activity, once for all its records. Kept by <see cref="ActivityOverviews"/> with each write: a list that read the records themselves
/// would read Garmin's JSON with them, and each activity as often as it has files.
/// </summary>
internal sealed class ActivityOverview
{
    public Guid UserId { get; init; }

    public long GarminActivityId { get; init; }

    /// <summary>The record that the overview is of: the one with the highest revision, the oldest of several.</summary>
    public Guid ActivityId { get; set; }

    public string? Name { get; set; }

    public string? ActivityType { get; set; }

    public DateTimeOffset? StartTime { get; set; }

    /// <summary>When it began by the athlete's clock, without a zone.</summary>
    public string? StartTimeLocal { get; set; }

    /// <summary>How many seconds that clock was ahead of UTC.</summary>
    public int? UtcOffsetSeconds { get; set; }

    /// <summary>Garmin's id of the multisport activity that it is a leg of.</summary>
    public long? ParentGarminActivityId { get; set; }

    public double? DurationSeconds { get; set; }

    public double? DistanceMeters { get; set; }

    public double? ElevationGainMeters { get; set; }

    public double? Calories { get; set; }

    public double? AverageHeartRate { get; set; }

    public double? MaxHeartRate { get; set; }

    public long Revision { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Its files, by format and part; read for a page, and no column.</summary>
    public IReadOnlyList<OverviewFile> Files { get; set; } = [];

    /// <summary>The name as it is searched. Databases differ in what they take for the other case of a letter, so it is no work of theirs.</summary>
    [JsonIgnore]
    public string? NameKey { get; set; }

    /// <summary>The day of the athlete's clock, such as <c>2026-07-06</c>; of UTC where that is not known.</summary>
    [JsonIgnore]
    public string? StartDay { get; set; }

    /// <summary>
    /// New with each write, so that of two that know different records one has to look again. It does not count: an overview that went and came again would have a
    /// number that was there before.
    /// </summary>
    [JsonIgnore]
    public Guid Version { get; set; }

    // Upper case, because Greek has two small letters for Σ.
    public static string? KeyOf(string? name) => name?.ToUpperInvariant();

    public void Show(Activity activity)
    {
        ActivityId = activity.Id;
        Name = activity.Name;
        NameKey = KeyOf(activity.Name);
        ActivityType = activity.ActivityType;
        StartTime = activity.StartTime;
        StartTimeLocal = activity.StartTimeLocal;
        StartDay = activity.StartTimeLocal?[..10] ?? activity.StartTime?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        UtcOffsetSeconds = activity.UtcOffsetSeconds;
        ParentGarminActivityId = activity.ParentGarminActivityId;
        DurationSeconds = activity.DurationSeconds;
        DistanceMeters = activity.DistanceMeters;
        ElevationGainMeters = activity.ElevationGainMeters;
        Calories = activity.Calories;
        AverageHeartRate = activity.AverageHeartRate;
        MaxHeartRate = activity.MaxHeartRate;
        Revision = activity.Revision;
        UpdatedAt = activity.UpdatedAt;
    }
}
