namespace GarminSync.Contracts;

/// <summary>An activity is in CentralDB, with those of its files that can be had.</summary>
/// <remarks>Published by the activity consumer after the write is committed; again, with a higher revision, when Garmin's copy changes or a file is added. The message id is made from user, Garmin id and revision, so a repeat can be told.</remarks>
public sealed record ActivitySynced
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>Garmin Connect's id of the activity. Source: <c>activityId</c> of the activity list.</summary>
    public required long GarminActivityId { get; init; }

    /// <summary>1 for the first version that was synced, one more for each change at Garmin, and for a file that came later.</summary>
    public required int Revision { get; init; }

    /// <summary>The activity's name; absent when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Garmin's type key, such as <c>trail_running</c>; <c>other</c> when Garmin names none.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Start, UTC; absent when Garmin gives none.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Start by the clock of the place, without a zone: the athlete's day and time; absent when Garmin gives none. Source: <c>startTimeLocal</c>.</summary>
    public DateTime? StartTimeLocal { get; init; }

    /// <summary>How many seconds that clock was ahead of UTC (negative: behind); absent when one of the two starts is.</summary>
    public int? UtcOffsetSeconds { get; init; }

    /// <summary>The multisport activity that it is a leg of; absent for other activities.</summary>
    public long? ParentGarminActivityId { get; init; }

    /// <summary>Timer time, pauses left out, in seconds. Source: <c>duration</c>.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Distance in metres; absent for a sport that has none.</summary>
    public double? DistanceMeters { get; init; }

    /// <summary>Beats per minute; absent without a sensor.</summary>
    public double? AverageHeartRate { get; init; }

    /// <summary>Beats per minute; absent without a sensor.</summary>
    public double? MaxHeartRate { get; init; }

    /// <summary>The files that came with this revision; empty when none of those asked for is to be had. Files of earlier revisions of the same content stay.</summary>
    public required IReadOnlyList<SyncedActivityFile> Files { get; init; }

    /// <summary>The files that were asked for and are not in CentralDB, and why; empty when all are there, absent in events of older versions.</summary>
    public IReadOnlyList<MissingActivityFile>? MissingFiles { get; init; }

    /// <summary>The job that synced it.</summary>
    public Guid? JobId { get; init; }
}
