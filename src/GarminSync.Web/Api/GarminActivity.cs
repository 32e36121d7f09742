namespace GarminSync.Web.Api;

/// <summary>An activity, as <c>GET /api/garmin/activities</c> tells it. What is not known is null.</summary>
public sealed record GarminActivity(
    long GarminActivityId,
    string? Name,
    string? ActivityType,
    DateTimeOffset? StartTime,
    DateTime? StartTimeLocal,
    int? UtcOffsetSeconds,
    long? ParentGarminActivityId,
    double? DurationSeconds,
    double? DistanceMeters,
    double? ElevationGainMeters,
    double? Calories,
    double? AverageHeartRate,
    double? MaxHeartRate,
    long Revision,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<ActivityFile> Files)
{
    /// <summary>The type of a multisport activity as a whole.</summary>
    public const string Multisport = "multi_sport";

    /// <summary>Metres a second, over the whole; null when it went nowhere.</summary>
    public double? Speed => DistanceMeters > 0 && DurationSeconds > 0 ? DistanceMeters / DurationSeconds : null;

    /// <summary>Whether there is a file that can be drawn.</summary>
    public bool HasTrack => Files.Any(file => file.Format == ActivityFile.Fit);
}
