using CentralDb.Client;

namespace GarminSync.Gateway.Activities;

/// <summary>An activity, as CentralDB has it.</summary>
/// <param name="GarminActivityId">Garmin's id.</param>
/// <param name="Name">The title; null for none.</param>
/// <param name="ActivityType">Garmin's key of the kind of activity, such as <c>running</c>; null when it is not known.</param>
/// <param name="StartTime">When it began, in UTC; null when that is not known.</param>
/// <param name="StartTimeLocal">When it began by the clock of the place, without a zone; null when that is not known.</param>
/// <param name="UtcOffsetSeconds">How many seconds that clock was ahead of UTC; null when it is not known.</param>
/// <param name="ParentGarminActivityId">The multisport activity that it is a leg of; null for none.</param>
/// <param name="DurationSeconds">Null when it is not known.</param>
/// <param name="DistanceMeters">Null for a sport that has none.</param>
/// <param name="ElevationGainMeters">Null when it is not known.</param>
/// <param name="Calories">In kilocalories; null when they are not known.</param>
/// <param name="AverageHeartRate">In beats a minute; null without a heart rate.</param>
/// <param name="MaxHeartRate">In beats a minute; null without a heart rate.</param>
/// <param name="Revision">Counts up when the activity was changed at Garmin, and when a file of it comes later.</param>
/// <param name="UpdatedAt">When CentralDB's record was last changed, in UTC.</param>
/// <param name="Files">Its files; none for an activity that was entered by hand.</param>
internal sealed record ActivityAnswer(
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
    IReadOnlyList<ActivityFileAnswer> Files)
{
    public static ActivityAnswer Of(ActivityOverview activity) => new(
        activity.GarminActivityId,
        activity.Name,
        activity.ActivityType,
        activity.StartTime,
        activity.StartTimeLocal,
        activity.UtcOffsetSeconds,
        activity.ParentGarminActivityId,
        activity.DurationSeconds,
        activity.DistanceMeters,
        activity.ElevationGainMeters,
        activity.Calories,
        activity.AverageHeartRate,
        activity.MaxHeartRate,
        activity.Revision,
        activity.UpdatedAt,
        [.. activity.Files.Select(ActivityFileAnswer.Of)]);
}
